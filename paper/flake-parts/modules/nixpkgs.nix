# `pkgs` in `perSystem` is that of the input `nixpkgs`, if nobody says otherwise.
{
  perSystem =
    { inputs', lib, ... }:
    let
      nixpkgs =
        inputs'.nixpkgs
          or (throw "flake-parts: The flake does not have a `nixpkgs` input. Please add it, or set `perSystem._module.args.pkgs` yourself.");
    in
    {
      _module.args.pkgs = lib.mkOptionDefault (builtins.seq nixpkgs nixpkgs.legacyPackages);
    };
}
