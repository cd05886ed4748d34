{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.swayr;
  "systemd.target" = config.wayland.systemd.target;
}
