# `config` of nixpkgs as `pkgs.config` shows it. Nothing on paper is refused for its licence, hence nothing of it is judged;
# what is not known here is kept as it is.
{
  lib,
  pkgs,
  config,
}:
let
  given = if lib.isFunction config then config { inherit lib pkgs; } else config;
in
{
  allowAliases = true;
  allowBroken = false;
  allowUnfree = false;
  allowUnsupportedSystem = false;
  allowVariants = true;
  checkMeta = false;
  contentAddressedByDefault = false;
  cudaSupport = false;
  doCheckByDefault = false;
  enableParallelBuildingByDefault = false;
  inHydra = false;
  permittedInsecurePackages = [ ];
  rocmSupport = false;
  showDerivationWarnings = [ ];
  strictDepsByDefault = false;
  structuredAttrsByDefault = false;
  warnings = [ ];
  warnUndeclaredOptions = false;
}
// given
