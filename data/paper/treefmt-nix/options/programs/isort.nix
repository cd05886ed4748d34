{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.isort;
}
