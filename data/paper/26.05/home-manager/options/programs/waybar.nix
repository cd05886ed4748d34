{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.waybar;
  "systemd.targets" = [ config.wayland.systemd.target ];
  "systemd.target" = config.wayland.systemd.target;
}
