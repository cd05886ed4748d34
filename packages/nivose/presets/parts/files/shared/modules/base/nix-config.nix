# Nix itself: flakes, binary caches, garbage collection. When the collection runs is said by the platform.
{ config, lib, ... }:
let
  cfg = config.@namespace@.base.nix-config;
in
{
  options.@namespace@.base.nix-config = {
    enable = lib.mkEnableOption "the settings of Nix that all machines share";

    caches = lib.mkOption {
      type = lib.types.attrsOf lib.types.str;
      default = {
        "https://nix-community.cachix.org" =
          "nix-community.cachix.org-1:mB9FSh9qf2dCimDSUo8Zy7bkq5CX+/rkCWyvRCYg3Fs=";
      };
      description = "Binary caches besides cache.nixos.org, each with the public key that it signs with.";
    };

    keepDays = lib.mkOption {
      type = lib.types.ints.positive;
      default = 30;
      description = "For how many days old generations are kept to go back to.";
    };
  };

  config = lib.mkIf cfg.enable {
    nix = {
      settings = {
        experimental-features = [
          "nix-command"
          "flakes"
        ];
        substituters = builtins.attrNames cfg.caches;
        trusted-public-keys = builtins.attrValues cfg.caches;
      };

      gc = {
        automatic = true;
        options = "--delete-older-than ${toString cfg.keepDays}d";
      };

      optimise.automatic = true;
    };
  };
}
