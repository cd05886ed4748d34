{
  config,
  lib,
  options,
  pkgs,
}:
{
  "gamma" = 1.0;
  "package" = pkgs.wlsunset;
  "systemdTarget" = config.wayland.systemd.target;
}
