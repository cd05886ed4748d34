{
  config,
  lib,
  options,
  pkgs,
}:
{
  "autoLogin.enable" = config.services.displayManager.autoLogin.user != null;
  "ly.package" = pkgs.ly;
  "sddm.package" = pkgs.plasma5Packages.sddm;
}
