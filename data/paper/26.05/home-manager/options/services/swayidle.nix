{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swayidle;
  "systemdTargets" = [ config.wayland.systemd.target ];
  "systemdTarget" = config.wayland.systemd.target;
}
