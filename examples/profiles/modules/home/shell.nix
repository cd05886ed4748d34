# The shell, the same on Linux and macOS.
{ config, lib, ... }:
let
  cfg = config.systems.shell;
in
{
  options.systems.shell.enable = lib.mkEnableOption "the shell of this fleet";

  config = lib.mkIf cfg.enable {
    home.shellAliases = {
      ll = "ls -l";
      la = "ls -la";
    };

    programs = {
      zsh = {
        enable = true;
        autosuggestion.enable = true;
        syntaxHighlighting.enable = true;
        history.size = 100000;
      };
      # For scripts and for machines where nobody has set another shell.
      bash.enable = true;
      starship.enable = true;
      fzf.enable = true;
      zoxide.enable = true;
      bat.enable = true;
    };
  };
}
