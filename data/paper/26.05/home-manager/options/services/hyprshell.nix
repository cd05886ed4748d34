{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprshell;
  "systemd.target" = config.wayland.systemd.target;
}
