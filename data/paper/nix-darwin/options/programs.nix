{
  config,
  lib,
  options,
  pkgs,
}:
{
  "bash.completion.package" = pkgs.bash-completion;
  "direnv.nix-direnv.package" = pkgs.nix-direnv;
  "direnv.package" = pkgs.direnv;
  "fish.package" = pkgs.fish;
  "tmux.tmuxOptions.<name>.target" = name: "${name}";
  "vim.vimOptions.<name>.target" = name: "${name}";
  "zsh.enableGlobalCompInit" = config.programs.zsh.enableCompletion;
}
