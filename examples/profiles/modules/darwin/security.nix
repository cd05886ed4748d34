# Like its sibling for NixOS, this is on everywhere.
{ config, lib, ... }:
{
  # `sudo` takes a finger for a password.
  security.pam.services.sudo_local.touchIdAuth = true;

  networking.applicationFirewall = {
    enable = true;
    enableStealthMode = true;
  };

  system.defaults = {
    loginwindow.GuestEnabled = false;
    screensaver = lib.mkIf (config.systems.primaryUser != null) {
      askForPassword = true;
      askForPasswordDelay = 5;
    };
  };
}
