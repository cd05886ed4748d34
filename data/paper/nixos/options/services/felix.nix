{
  config,
  lib,
  options,
  pkgs,
}:
{
  "bundles" = [ pkgs.felix_remoteshell ];
}
