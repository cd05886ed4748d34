{
  config,
  lib,
  options,
  pkgs,
}:
{
  "defaults.autodetected" = config.services.smartd.defaults.monitored;
  "notifications.mail.enable" = config.services.mail.sendmailSetuidWrapper != null;
  "notifications.x11.display" = ":${toString config.services.xserver.display}";
  "notifications.x11.enable" = config.services.xserver.enable;
}
