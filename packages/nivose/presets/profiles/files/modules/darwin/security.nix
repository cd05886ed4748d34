# Like its sibling for NixOS, this is on everywhere.
{ config, lib, ... }:
{
  # `sudo` takes a finger for a password.
  # @if old@
  security.pam.enableSudoTouchIdAuth = true;
  # @else@
  security.pam.services.sudo_local.touchIdAuth = true;
  # @end@

  # @if old@
  system.defaults.alf = {
    globalstate = 1;
    stealthenabled = 1;
  };
  # @else@
  networking.applicationFirewall = {
    enable = true;
    enableStealthMode = true;
  };

  # @end@
  system.defaults = {
    loginwindow.GuestEnabled = false;
    screensaver = lib.mkIf (config.@ns@.primaryUser != null) {
      askForPassword = true;
      askForPasswordDelay = 5;
    };
  };
}
