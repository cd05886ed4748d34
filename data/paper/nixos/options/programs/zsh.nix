{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enableGlobalCompInit" = config.programs.zsh.enableCompletion;
  "ohMyZsh.package" = pkgs.oh-my-zsh;
  "zsh-autoenv.package" = pkgs.zsh-autoenv;
}
