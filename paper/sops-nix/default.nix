{
  pkgs ? import <nixpkgs> { },
  ...
}:
import ./packages.nix pkgs.stdenv.hostPlatform.system
