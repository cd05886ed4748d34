# Tools for development, by language and trade. `development.enable` turns them all on; each can be turned off.
{ lib, ... }:
{
  imports = [
    ./go.nix
    ./infrastructure.nix
    ./kubernetes.nix
    ./node.nix
    ./python.nix
  ];

  options.homelab.development.enable = lib.mkEnableOption "tools for development";
}
