# The packages whose derivation paths are compared. `packages.ts` evaluates parts of this.
{
  # which set, and a list of names in it as JSON
  set ? "",
  names ? "[]",
}:
let
  config.allowUnfree = true;
  pkgs = import <nixpkgs> { inherit config; };
  sets = {
    inherit pkgs;
    inherit (pkgs)
      python3Packages
      haskellPackages
      perlPackages
      pkgsMusl
      ;
    aarch64 = pkgs.pkgsCross.aarch64-multiplatform;
  };
  chosen = map (name: sets.${set}.${name}) (builtins.fromJSON names);
  isPackage = value: builtins.isAttrs value && value.type or null == "derivation";
in
{
  names = builtins.attrNames sets.${set};

  # the first of the packages, whose failure is that of the evaluation
  first =
    let
      value = builtins.head chosen;
    in
    if isPackage value then value.drvPath else "none";

  # the path of each; "none" where it is no package, "refused" where it cannot be had
  paths = map (
    value:
    let
      attempt = builtins.tryEval (if isPackage value then value.drvPath else "none");
    in
    if attempt.success then attempt.value else "refused"
  ) chosen;

  # those of the packages that can be had
  packages = builtins.filter (
    value:
    let
      attempt = builtins.tryEval (isPackage value && builtins.seq value.drvPath true);
    in
    attempt.success && attempt.value
  ) chosen;
}
