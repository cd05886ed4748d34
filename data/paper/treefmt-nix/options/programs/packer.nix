{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.packer;
}
