# The desktop of a Mac.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.roles.workstation;
  inherit (config.mxmlabs.platforms.darwin) owner;
in
{
  config = lib.mkIf (cfg.enable && owner != null) {
    system.defaults = {
      dock.autohide = true;
      finder = {
        AppleShowAllExtensions = true;
        ShowPathbar = true;
      };
      NSGlobalDomain = {
        InitialKeyRepeat = 15;
        KeyRepeat = 2;
      };
    };
  };
}
