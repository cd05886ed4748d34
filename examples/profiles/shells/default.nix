# `nix develop .#<name>`. Each file is one shell; `default` is for work on this repository.
{ pkgs }:
{
  default = pkgs.mkShell {
    name = "systems";
    packages = [
      pkgs.deadnix
      pkgs.nil
      pkgs.nixfmt
      pkgs.statix
      pkgs.age
      pkgs.mkpasswd
      pkgs.sops
      pkgs.ssh-to-age
    ];
  };

  python = pkgs.callPackage ./python.nix { };
  node = pkgs.callPackage ./node.nix { };
  rust = pkgs.callPackage ./rust.nix { };
  go = pkgs.callPackage ./go.nix { };
  nix = pkgs.callPackage ./nix.nix { };
}
