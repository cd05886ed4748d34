{ pkgs, ... }:
{
  services = {
    xserver = {
      enable = true;
      desktopManager.plasma5.enable = true;
    };
    displayManager.sddm.enable = true;
    libinput.enable = true;
  };
  environment.systemPackages = [
    pkgs.mesa-demos
    pkgs.firefox
  ];
}
