{ pkgs, ... }:
{
  imports = [ ./installation-cd-graphical-calamares.nix ];
  isoImage.edition = "plasma6";
  services.desktopManager.plasma6.enable = true;
  services.displayManager = {
    sddm.enable = true;
    autoLogin = {
      enable = true;
      user = "nixos";
    };
  };
  environment.systemPackages = [
    pkgs.maliit-framework
    pkgs.maliit-keyboard
  ];
}
