# The shell, the same on Linux and macOS.
{ config, pkgs, ... }:
{
  programs = {
    zsh = {
      enable = true;
      autosuggestion.enable = true;
      syntaxHighlighting.enable = true;
      history.size = 100000;
    };

    bat = {
      enable = true;
      config.theme = config.homelab.theme.bat;
    };

    # Enters the shell of a project with its folder.
    direnv = {
      enable = true;
      nix-direnv.enable = true;
    };

    fzf.enable = true;
    starship.enable = true;
    tmux.enable = true;
  };

  home = {
    packages = [
      pkgs.fd
      pkgs.jq
      pkgs.ripgrep
      pkgs.tree
    ];

    shellAliases = {
      k = "kubectl";
      ll = "ls -l";
    };
  };
}
