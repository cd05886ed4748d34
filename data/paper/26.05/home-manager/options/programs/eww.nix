{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.eww;
  "systemd.target" = config.wayland.systemd.target;
}
