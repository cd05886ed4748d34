{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.quickshell;
  "systemd.target" = config.wayland.systemd.target;
}
