{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprsunset;
  "systemdTarget" = config.wayland.systemd.target;
}
