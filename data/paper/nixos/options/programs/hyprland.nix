{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hyprland;
  "portalPackage" = pkgs.xdg-desktop-portal-hyprland;
  "systemd.setPath.enable" = let cfg = config.programs.hyprland; in
lib.versionOlder cfg.package.version "0.41.2";
}
