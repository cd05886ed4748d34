{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.foot;
  "server.systemdTarget" = config.wayland.systemd.target;
}
