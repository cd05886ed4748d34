# Bash, and what makes it pleasant.
{
  programs = {
    bash = {
      enable = true;
      historyControl = [ "ignoreboth" ];
      shellAliases.ll = "ls -l";
    };

    bat.enable = true;
    btop.enable = true;

    # Enters the shell of a project that has an .envrc, once that was allowed.
    direnv = {
      enable = true;
      nix-direnv.enable = true;
    };

    fzf.enable = true;
    starship.enable = true;
    tmux.enable = true;
    zoxide.enable = true;
  };
}
