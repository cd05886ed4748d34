{
  config,
  lib,
  options,
  pkgs,
}:
{
  "host.package" = pkgs.virtualbox;
}
