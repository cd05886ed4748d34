{ pkgs, ... }:
{
  imports = [ ./installation-cd-graphical-calamares.nix ];
  isoImage.edition = "plasma5";
  services.xserver.desktopManager.plasma5.enable = true;
  services.displayManager = {
    sddm.enable = true;
    autoLogin = {
      enable = true;
      user = "nixos";
    };
  };
  environment.systemPackages = [ pkgs.plasma5Packages.kate ];
}
