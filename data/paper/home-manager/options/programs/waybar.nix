{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.waybar;
  "systemd.target" = config.wayland.systemd.target;
}
