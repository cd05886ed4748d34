# The tools that are on every machine, under NixOS and macOS alike, and in every home without a machine.
pkgs: [
  pkgs.curl
  pkgs.fd
  pkgs.git
  pkgs.htop
  pkgs.jq
  pkgs.ripgrep
  pkgs.rsync
  pkgs.tmux
  pkgs.tree
]
