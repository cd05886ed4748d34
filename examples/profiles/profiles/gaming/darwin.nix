# A Mac that games are played on.
{ config, lib, ... }:
let
  cfg = config.systems.profiles.gaming;
in
{
  options.systems.profiles.gaming.enable = lib.mkEnableOption "what a machine for games has";

  config = lib.mkIf cfg.enable {
    systems.homebrew = {
      enable = true;
      casks = [ "steam" ];
    };
  };
}
