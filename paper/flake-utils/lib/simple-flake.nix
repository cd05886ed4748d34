# Outputs of a flake whose packages are all in one overlay, below one name.
{ lib, defaultSystems }:
{
  self,
  nixpkgs,
  name,
  config ? { },
  overlay ? null,
  preOverlays ? [ ],
  shell ? null,
  systems ? defaultSystems,
}:
let
  loaded = value: if builtins.isPath value || builtins.isString value then import value else value;
  overlays = preOverlays ++ (if overlay == null then [ ] else [ (loaded overlay) ]);

  only = names: set: builtins.intersectAttrs (builtins.listToAttrs (map entry names)) set;
  entry = name: {
    inherit name;
    value = null;
  };

  outputs =
    system:
    let
      pkgs = import nixpkgs { inherit config overlays system; };
      packages = pkgs.${name} or { };
    in
    {
      legacyPackages = packages;
    }
    // only [ "defaultPackage" "checks" ] packages
    // (
      if shell != null then
        { devShell = (loaded shell) { inherit pkgs; }; }
      else
        only [ "devShell" ] packages
    );
in
lib.eachSystem systems outputs
