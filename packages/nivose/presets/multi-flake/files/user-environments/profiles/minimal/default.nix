# The command line alone: what is wanted in every shell, on every machine.
{ pkgs, ... }:
{
  imports = [
    ./git.nix
    ./shell.nix
  ];

  home.packages = [
    pkgs.fd
    pkgs.jq
    pkgs.my-app
    pkgs.ripgrep
  ];
}
