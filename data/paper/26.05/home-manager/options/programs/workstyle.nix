{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.workstyle;
  "systemd.target" = config.wayland.systemd.target;
}
