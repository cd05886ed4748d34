# Shells, and what makes them pleasant.
{ config, lib, ... }:
let
  cfg = config.@namespace@.platforms.home-manager;
in
{
  config = lib.mkIf cfg.enable {
    programs = {
      bash.enable = true;

      zsh = {
        enable = true;
        autosuggestion.enable = true;
        syntaxHighlighting.enable = true;
      };

      direnv = {
        enable = true;
        nix-direnv.enable = true;
      };

      fzf.enable = true;
      starship.enable = true;
      zoxide.enable = true;
    };
  };
}
