# Settings of macOS that would otherwise be clicked together on every Mac.
{ config, lib, ... }:
let
  cfg = config.systems.defaults;
in
{
  options.systems.defaults.enable = lib.mkEnableOption "the settings of macOS that all Macs of this fleet share";

  # They belong to somebody: a Mac without a user has none.
  config = lib.mkIf (cfg.enable && config.systems.primaryUser != null) {
    system.defaults = {
      NSGlobalDomain = {
        AppleShowAllExtensions = true;
        # A key that is held is repeated, instead of showing accents.
        ApplePressAndHoldEnabled = false;
        InitialKeyRepeat = 20;
        KeyRepeat = 2;
      };
      dock = {
        autohide = true;
        mru-spaces = false;
        show-recents = false;
      };
      finder = {
        AppleShowAllExtensions = true;
        FXPreferredViewStyle = "Nlsv";
        ShowPathbar = true;
      };
      trackpad.Clicking = true;
    };
  };
}
