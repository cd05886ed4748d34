{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.way-displays;
  "systemdTarget" = config.wayland.systemd.target;
}
