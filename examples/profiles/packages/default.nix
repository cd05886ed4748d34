# What `nix build .#<name>` and `nix run .#<name>` know. What machines install, too, comes through `overlays/`.
{ pkgs, fleet }:
let
  inherit (pkgs) lib;
in
{
  # Every option of this repository, with its type and its default, as a document.
  options = pkgs.callPackage ./options { };
}
// {
  deploy = pkgs.callPackage ./deploy { inherit (fleet) hosts; };
}
// {
  prune-backups = pkgs.callPackage ./prune-backups { inherit (fleet) hosts; };
}
// lib.optionalAttrs pkgs.stdenv.hostPlatform.isLinux { inherit (pkgs) boot-sectors; }
