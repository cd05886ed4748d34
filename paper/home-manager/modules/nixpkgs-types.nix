# Types of configurations and overlays of nixpkgs.
{ lib, pkgs }:
let
  call = f: argument: if builtins.isFunction f then f argument else f;

  # Packages that are overridden in several places are so in all of them.
  merged =
    left': right':
    let
      left = call left' { inherit pkgs; };
      right = call right' { inherit pkgs; };
      overridden =
        name:
        lib.optionalAttrs (left ? ${name}) {
          ${name} = pkgs: call left.${name} pkgs // call (right.${name} or { }) pkgs;
        };
    in
    left // right // overridden "packageOverrides" // overridden "perlPackageOverrides";
in
{
  config = lib.mkOptionType {
    name = "nixpkgs-config";
    description = "nixpkgs config";
    check = value: builtins.isAttrs value || builtins.isFunction value;
    merge = _: lib.foldr (def: merged def.value) { };
  };

  overlay = lib.mkOptionType {
    name = "nixpkgs-overlay";
    description = "nixpkgs overlay";
    check = builtins.isFunction;
    merge = lib.mergeOneOption;
  };
}
