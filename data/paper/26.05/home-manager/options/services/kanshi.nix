{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kanshi;
  "systemdTarget" = config.wayland.systemd.target;
}
