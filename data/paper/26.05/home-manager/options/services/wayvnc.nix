{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wayvnc;
  "systemdTarget" = config.wayland.systemd.target;
}
