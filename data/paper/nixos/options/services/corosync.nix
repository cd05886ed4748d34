{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.corosync;
}
