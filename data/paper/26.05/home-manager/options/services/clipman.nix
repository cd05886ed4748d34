{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clipman;
  "systemdTarget" = config.wayland.systemd.target;
}
