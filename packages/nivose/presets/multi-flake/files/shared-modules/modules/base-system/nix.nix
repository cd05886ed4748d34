# Nix itself: flakes, and a store that does not grow for ever.
{ config, lib, ... }:
{
  config = lib.mkIf config.@namespace@.base.enable {
    nix = {
      channel.enable = false;
      settings = {
        auto-optimise-store = true;
        experimental-features = [
          "nix-command"
          "flakes"
        ];
        trusted-users = [ "@wheel" ];
      };
      gc = {
        automatic = true;
        dates = "weekly";
        options = "--delete-older-than 30d";
      };
    };
  };
}
