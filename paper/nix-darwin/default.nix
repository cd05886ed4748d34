{
  nixpkgs ? <nixpkgs>,
  configuration ? <darwin-config>,
  system ? builtins.currentSystem,
  pkgs ? import nixpkgs { inherit system; },
  lib ? pkgs.lib,
}:
import ./eval-config.nix {
  inherit lib;
  modules = [
    configuration
    { nixpkgs.source = lib.mkDefault nixpkgs; }
  ]
  ++ lib.optional (system != null) { nixpkgs.system = lib.mkDefault system; };
}
// {
  darwin-uninstaller = import ./package { inherit system; } "darwin-uninstaller";
  darwin-option = import ./package { inherit system; } "darwin-option";
  darwin-rebuild = import ./package { inherit system; } "darwin-rebuild";
  darwin-version = import ./package { inherit system; } "darwin-version";
}
