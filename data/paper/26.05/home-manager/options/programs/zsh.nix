{
  config,
  lib,
  options,
  pkgs,
}:
{
  "antidote.package" = pkgs.antidote;
  "dotDir" = if config.xdg.enable && lib.versionAtLeast config.home.stateVersion "26.05" then
  "${config.xdg.configHome}/zsh"
else
  config.home.homeDirectory;
  "oh-my-zsh.package" = pkgs.oh-my-zsh;
  "package" = pkgs.zsh;
  "prezto.package" = pkgs.zsh-prezto;
  "syntaxHighlighting.package" = pkgs.zsh-syntax-highlighting;
  "zplug.package" = pkgs.zplug;
  "zsh-abbr.package" = pkgs.zsh-abbr;
}
