{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yambar;
  "systemd.target" = config.wayland.systemd.target;
}
