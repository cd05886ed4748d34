{ pkgs, ... }:
{
  environment.systemPackages = import ./packages.nix pkgs;

  # The shell that both platforms have. What is in it for a person is in `modules/home/shell.nix`.
  programs.zsh.enable = true;
}
