{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wl-clip-persist;
  "systemdTargets" = [ config.wayland.systemd.target ];
}
