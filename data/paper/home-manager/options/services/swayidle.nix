{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swayidle;
  "systemdTarget" = config.wayland.systemd.target;
}
