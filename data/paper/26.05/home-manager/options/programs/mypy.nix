{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mypy;
}
