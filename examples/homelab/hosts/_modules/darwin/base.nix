# The least that a Mac has, and settings of macOS that are the same everywhere.
{ host, lib, ... }:
{
  networking = {
    hostName = host.name;
    computerName = lib.mkDefault host.name;
  };

  programs.zsh.enable = true;

  # A finger instead of a password.
  security.pam.services.sudo_local.touchIdAuth = true;

  system.defaults = {
    dock.autohide = lib.mkDefault true;
    finder = {
      AppleShowAllExtensions = true;
      FXPreferredViewStyle = lib.mkDefault "Nlsv";
      ShowPathbar = true;
    };
    NSGlobalDomain = {
      ApplePressAndHoldEnabled = false;
      InitialKeyRepeat = lib.mkDefault 20;
      KeyRepeat = lib.mkDefault 2;
    };
  };
}
