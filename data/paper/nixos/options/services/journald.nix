{
  config,
  lib,
  options,
  pkgs,
}:
{
  "forwardToSyslog" = let inherit (config) services; in
services.rsyslogd.enable || services.syslog-ng.enable;
}
