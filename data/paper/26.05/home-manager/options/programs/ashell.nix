{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ashell;
  "systemd.target" = config.wayland.systemd.target;
}
