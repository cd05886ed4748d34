# A Mac that games are played on.
{ config, lib, ... }:
let
  cfg = config.@ns@.profiles.gaming;
in
{
  options.@ns@.profiles.gaming.enable = lib.mkEnableOption "what a machine for games has";

  config = lib.mkIf cfg.enable {
    @ns@.homebrew = {
      enable = true;
      casks = [ "steam" ];
    };
  };
}
