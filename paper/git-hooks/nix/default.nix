# What there is for one system.
{
  nixpkgs,
  system ? builtins.currentSystem,
  isFlakes ? false,
}:
let
  pkgs = import nixpkgs { inherit system; };
  tools = import ./call-tools.nix pkgs;
  run = import ./run.nix { inherit isFlakes pkgs tools; };
in
{
  inherit run tools;
  packages = tools // {
    inherit (pkgs) pre-commit;
  };
  checks = tools // {
    pre-commit-check = run { src = ../.; };
  };
}
