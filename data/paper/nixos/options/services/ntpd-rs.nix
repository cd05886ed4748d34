{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ntpd-rs;
}
