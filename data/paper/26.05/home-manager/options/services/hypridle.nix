{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hypridle;
  "systemdTarget" = config.wayland.systemd.target;
}
