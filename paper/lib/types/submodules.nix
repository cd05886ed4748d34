# Options whose values are configurations of their own, and options whose values are modules.
{
  lib,
  types,
  mkOptionType,
  defaultFunctor,
  ...
}:
let
  inherit (builtins)
    attrNames
    intersectAttrs
    isAttrs
    isList
    toString
    ;
  inherit (lib.modules) evalModules setDefaultModuleLocation;
  inherit (types) deferredModuleWith submoduleWith;

  isModule = value: isAttrs value || lib.isFunction value || types.path.check value;

  # Of what two declarations say, that which is not null.
  agree =
    clash: left: right:
    if left == null then
      right
    else if right == null || left == right then
      left
    else
      throw clash;

  mergeSubmodules =
    left: right:
    let
      classes = {
        left = left.class or null;
        right = right.class or null;
      };
      common = attrNames (intersectAttrs left.specialArgs right.specialArgs);
    in
    {
      class =
        agree
          "A submoduleWith option is declared multiple times with conflicting class values \"${toString classes.left}\" and \"${toString classes.right}\"."
          classes.left
          classes.right;
      modules = left.modules ++ right.modules;
      specialArgs =
        if common == [ ] then
          left.specialArgs // right.specialArgs
        else
          throw "A submoduleWith option is declared multiple times with the same specialArgs \"${toString common}\"";
      shorthandOnlyDefinesConfig =
        agree
          "A submoduleWith option is declared multiple times with conflicting shorthandOnlyDefinesConfig values"
          left.shorthandOnlyDefinesConfig
          right.shorthandOnlyDefinesConfig;
      description =
        agree "A submoduleWith option is declared multiple times with conflicting descriptions"
          left.description
          right.description;
    };
in
{
  submodule =
    modules:
    submoduleWith {
      shorthandOnlyDefinesConfig = true;
      modules = if isList modules then modules else [ modules ];
    };

  submoduleWith =
    {
      modules,
      specialArgs ? { },
      # Whether a set is all configuration, or a module that can as well declare options.
      shorthandOnlyDefinesConfig ? false,
      description ? null,
      class ? null,
    }@given:
    let
      # Outside of an option there is no name, which defaults of options may depend on.
      base = evalModules {
        inherit class specialArgs;
        modules = [ { _module.args.name = lib.modules.mkOptionDefault "‹name›"; } ] ++ modules;
      };
      inherit (base._module) freeformType;
      asModule =
        { file, value }:
        if isAttrs value && shorthandOnlyDefinesConfig then
          {
            _file = file;
            config = value;
          }
        else
          setDefaultModuleLocation file value;
    in
    mkOptionType {
      name = "submodule";
      description = if description != null then description else freeformType.description or "submodule";
      check = isModule;
      merge =
        loc: defs:
        (base.extendModules {
          modules = [ { _module.args.name = lib.lists.last loc; } ] ++ map asModule defs;
          prefix = loc;
        }).config;
      emptyValue = {
        value = { };
      };
      getSubOptions =
        prefix:
        (base.extendModules { inherit prefix; }).options
        // (
          if freeformType == null then
            { }
          else
            {
              _freeformOptions = freeformType.getSubOptions prefix;
            }
        );
      getSubModules = modules;
      substSubModules = modules: submoduleWith (given // { inherit modules; });
      nestedTypes = if freeformType == null then { } else { inherit freeformType; };
      functor = defaultFunctor "submodule" // {
        type = submoduleWith;
        payload = {
          inherit
            modules
            class
            specialArgs
            shorthandOnlyDefinesConfig
            description
            ;
        };
        binOp = mergeSubmodules;
      };
    };

  deferredModule = deferredModuleWith { };

  # A module that something else imports. The options of the static modules are known, those of others are not.
  deferredModuleWith =
    {
      staticModules ? [ ],
    }@given:
    mkOptionType {
      name = "deferredModule";
      description = "module";
      descriptionClass = "noun";
      check = isModule;
      merge = loc: defs: {
        imports =
          staticModules
          ++ map (
            def: setDefaultModuleLocation "${def.file}, via option ${lib.options.showOption loc}" def.value
          ) defs;
      };
      inherit (submoduleWith { modules = staticModules; }) getSubOptions getSubModules;
      substSubModules = modules: deferredModuleWith (given // { staticModules = modules; });
      functor = defaultFunctor "deferredModuleWith" // {
        type = deferredModuleWith;
        payload = { inherit staticModules; };
        binOp = left: right: { staticModules = left.staticModules ++ right.staticModules; };
      };
    };
}
