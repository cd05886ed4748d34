{
  config,
  lib,
  options,
  pkgs,
}:
{
  "antidote.package" = pkgs.antidote;
  "oh-my-zsh.package" = pkgs.oh-my-zsh;
  "package" = pkgs.zsh;
  "syntaxHighlighting.package" = pkgs.zsh-syntax-highlighting;
}
