{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = let inherit (config) wayland; in
wayland.windowManager.sway.package != null;
}
