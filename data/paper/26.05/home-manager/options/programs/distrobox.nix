{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.distrobox;
}
