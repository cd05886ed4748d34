{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wluma;
  "systemd.target" = config.wayland.systemd.target;
}
