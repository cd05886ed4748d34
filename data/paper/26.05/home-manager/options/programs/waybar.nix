{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.waybar;
  "systemd.targets" = [ config.wayland.systemd.target ];
}
