{
  config,
  lib,
  options,
  pkgs,
}:
{
  "_1password.package" = pkgs._1password-cli;
  "_1password-gui.package" = pkgs._1password-gui;
  "bash.completion.package" = pkgs.bash-completion;
  "direnv.nix-direnv.package" = pkgs.nix-direnv;
  "direnv.package" = pkgs.direnv;
  "fish.package" = pkgs.fish;
  "gnupg.package" = pkgs.gnupg;
  "ssh.knownHosts.<name>.hostNames" = name: [
  "${name}"
];
  "tmux.reverseSplitBindings" = config.system.stateVersion <= 6 && config.programs.tmux.enableSensible;
  "tmux.tmuxOptions.<name>.target" = name: "${name}";
  "vim.vimOptions.<name>.target" = name: "${name}";
  "zsh.enableGlobalCompInit" = config.programs.zsh.enableCompletion;
}
