{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swayidle;
  "systemdTargets" = [ config.wayland.systemd.target ];
}
