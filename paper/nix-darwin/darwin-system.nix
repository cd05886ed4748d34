# A whole Mac, from the modules of a flake.
{ self, nixpkgs }:
arguments@{ modules, ... }:
let
  inherit (nixpkgs) lib;
  has = name: lib.optional (arguments ? ${name});
in
self.lib.evalConfig (
  {
    inherit (arguments.pkgs or nixpkgs) lib;
  }
  // removeAttrs arguments [
    "system"
    "pkgs"
    "inputs"
  ]
  // {
    modules =
      modules
      ++ has "pkgs" ({ lib, ... }: { _module.args.pkgs = lib.mkForce arguments.pkgs; })
      ++ has "system" ({ lib, ... }: { nixpkgs.system = lib.mkDefault arguments.system; })
      ++ has "inputs" { _module.args.inputs = arguments.inputs; }
      ++ [
        (
          { lib, ... }:
          {
            # As if the project itself said it, since where paper lies is nothing that a Mac depends on.
            _file = toString ./modules/nix/nixpkgs-flake.nix;
            config = {
              nixpkgs.source = lib.mkDefault nixpkgs;
              nixpkgs.flake.source = lib.mkDefault nixpkgs.outPath;
              system.checks.verifyNixPath = lib.mkDefault false;
            };
          }
        )
      ];
  }
)
