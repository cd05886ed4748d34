{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.syslogng;
}
