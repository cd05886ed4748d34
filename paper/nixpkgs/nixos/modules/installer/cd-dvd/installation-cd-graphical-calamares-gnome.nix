{
  imports = [ ./installation-cd-graphical-calamares.nix ];
  isoImage.edition = "gnome";
  services.xserver = {
    desktopManager.gnome.enable = true;
    displayManager.gdm = {
      enable = true;
      autoSuspend = false;
    };
  };
  services.displayManager.autoLogin = {
    enable = true;
    user = "nixos";
  };
}
