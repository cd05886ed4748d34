{
  config,
  lib,
  options,
  pkgs,
}:
{
  "extraPackages" = [ pkgs.openssh ];
  "package" = pkgs.podman;
}
