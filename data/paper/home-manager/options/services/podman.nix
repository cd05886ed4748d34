{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.podman;
}
