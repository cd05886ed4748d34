{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flake-edit;
}
