# `lib.hm`: what Home Manager adds to nixpkgs' `lib`, a file per family.
{ lib }:
{
  assertions = import ./assertions.nix { inherit lib; };
  booleans = import ./booleans.nix { inherit lib; };
  dag = import ./dag.nix { inherit lib; };
  generators = import ./generators { inherit lib; };
  gvariant = import ./gvariant.nix { inherit lib; };
  maintainers = import ./maintainers.nix;
  nushell = import ./nushell.nix { inherit lib; };
  shell = import ./shell.nix { inherit lib; };
  strings = import ./strings.nix { inherit lib; };
  types = import ./types.nix { inherit lib; };
  zsh = import ./zsh.nix { inherit lib; };
}
