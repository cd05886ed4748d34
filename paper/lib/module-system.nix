# Modules, options and types, under their own names and in `lib` itself.
{ family, lib }:
{
  modules = family "modules" ./modules.nix;
  options = family "options" ./options.nix;
  types = family "types" ./types.nix;

  inherit (lib.modules)
    evalModules
    setDefaultModuleLocation
    unifyModuleSyntax
    applyModuleArgsIfFunction
    mergeModules
    mergeModules'
    mergeOptionDecls
    mergeDefinitions
    pushDownProperties
    dischargeProperties
    filterOverrides
    sortProperties
    fixupOptionType
    mkIf
    mkAssert
    mkMerge
    mkOverride
    mkOptionDefault
    mkDefault
    mkImageMediaOverride
    mkForce
    mkVMOverride
    mkFixStrictness
    mkOrder
    mkBefore
    mkAfter
    mkAliasDefinitions
    mkAliasAndWrapDefinitions
    fixMergeModules
    mkRemovedOptionModule
    mkRenamedOptionModule
    mkRenamedOptionModuleWith
    mkMergedOptionModule
    mkChangedOptionModule
    mkAliasOptionModule
    mkDerivedConfig
    doRename
    mkAliasOptionModuleMD
    ;
  evalOptionValue = lib.warn (
    "External use of `lib.evalOptionValue` is deprecated. If your use case isn't covered by non-deprecated functions, "
    + "we'd like to know more and perhaps support your use case well, instead of providing access to these low level "
    + "functions. In this case please open an issue in https://github.com/nixos/nixpkgs/issues/."
  ) lib.modules.evalOptionValue;

  inherit (lib.options)
    isOption
    mkEnableOption
    mkSinkUndeclaredOptions
    mergeDefaultOption
    mergeOneOption
    mergeEqualOption
    mergeUniqueOption
    getValues
    getFiles
    optionAttrSetToDocList
    optionAttrSetToDocList'
    scrubOptionValue
    literalExpression
    literalExample
    showOption
    showOptionWithDefLocs
    showFiles
    unknownModule
    mkOption
    mkPackageOption
    mkPackageOptionMD
    mdDoc
    literalMD
    ;
  inherit (lib.types)
    isType
    setType
    defaultTypeMerge
    defaultFunctor
    isOptionType
    mkOptionType
    ;
}
