{
  config,
  lib,
  options,
  pkgs,
}:
{
  "clipboardPackage" = pkgs.wl-clipboard;
  "package" = pkgs.cliphist;
  "systemdTargets" = [ config.wayland.systemd.target ];
}
