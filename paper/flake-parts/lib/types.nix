# Types and options for modules that are evaluated once per system.
{ lib }:
let
  inherit (lib) types;

  # Unlike the one of nixpkgs, the value is a list of modules. Two declarations of one option make one type that has the
  # fixed modules of both: this is how many modules together declare what is in `perSystem`.
  deferredModuleWith =
    args:
    let
      fixed = args.staticModules or [ ];
      nested = types.submoduleWith { modules = fixed; };
    in
    lib.mkOptionType {
      name = "deferredModule";
      description = "module";
      check = value: builtins.isAttrs value || lib.isFunction value || types.path.check value;
      merge =
        loc: defs:
        fixed
        ++ map (
          { file, value, ... }: lib.setDefaultModuleLocation "${file}, via option ${lib.showOption loc}" value
        ) defs;
      inherit (nested) getSubOptions getSubModules;
      substSubModules = staticModules: deferredModuleWith (args // { inherit staticModules; });
      functor = lib.defaultFunctor "deferredModuleWith" // {
        type = deferredModuleWith;
        payload.staticModules = fixed;
        binOp = a: b: { staticModules = a.staticModules ++ b.staticModules; };
      };
    };

  mkPerSystemType = module: deferredModuleWith { staticModules = [ module ]; };
  mkPerSystemOption = module: lib.mkOption { type = mkPerSystemType module; };
in
{
  inherit mkPerSystemOption mkPerSystemType;
  mkDeferredModuleType = mkPerSystemType;
  mkDeferredModuleOption = mkPerSystemOption;

  # Options in a set that is itself an option and a submodule.
  mkSubmoduleOptions =
    options:
    lib.mkOption {
      type = types.submoduleWith { modules = [ { inherit options; } ]; };
    };

  # Older libs do not have it.
  attrsWith =
    types.attrsWith or (
      {
        elemType,
        lazy ? false,
        placeholder ? "name",
      }:
      (if lazy then types.attrsOf else types.lazyAttrsOf) elemType
    );
}
