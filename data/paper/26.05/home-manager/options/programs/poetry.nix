{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.poetry;
}
