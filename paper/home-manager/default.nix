{
  pkgs ? import <nixpkgs> { },
}:
{
  home-manager = import ./package { inherit (pkgs.stdenv.hostPlatform) system; } "home-manager";
  nixos = import ./nixos;
  path = ./.;
}
