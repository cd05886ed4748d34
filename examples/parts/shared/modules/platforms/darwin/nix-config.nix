# What nix-darwin adds to the settings of Nix.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.base.nix-config;
in
{
  config = lib.mkIf cfg.enable {
    nix = {
      gc.interval = {
        Weekday = 7;
        Hour = 3;
        Minute = 15;
      };
      settings.trusted-users = [ "@admin" ];
    };
  };
}
