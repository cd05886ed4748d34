# The home of a person, the same on every platform.
{ config, lib, ... }:
let
  cfg = config.@namespace@.platforms.home-manager;
in
{
  imports = [
    ./editor.nix
    ./git.nix
    ./shell.nix
  ];

  options.@namespace@.platforms.home-manager = {
    enable = lib.mkEnableOption "the home that all people share";

    fullName = lib.mkOption {
      type = lib.types.str;
      description = "The name that commits carry.";
    };

    email = lib.mkOption {
      type = lib.types.str;
      description = "The address that commits carry.";
    };
  };

  config = lib.mkIf cfg.enable {
    programs.home-manager.enable = true;

    xdg.enable = true;
  };
}
