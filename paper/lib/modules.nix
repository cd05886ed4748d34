# The module system of nixpkgs 24.11, made for trees of options that are read from files as far as somebody asks: everything
# walks what is defined, and nothing walks what is declared.
#
# What explains a configuration observes calls of functions in a file of this name, and looks for variables of `evalModules`
# when it fails. So `evalModules`, `collectStructuredModules`, `applyModuleArgs`, `mergeModules`, `mergeModules'`,
# `evalOptionValue`, `mergeDefinitions` and what passes definitions on stand here, with the names, the arguments and the
# results that they have in nixpkgs. Their parts are in `modules/`.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    all
    any
    concatMap
    elem
    filter
    functionArgs
    genericClosure
    head
    isAttrs
    isFunction
    isList
    length
    mapAttrs
    removeAttrs
    seq
    ;
  inherit (lib.options)
    isOption
    showDefs
    showFiles
    showOption
    unknownModule
    ;

  part = file: import file { inherit lib; };
  properties = part ./modules/properties.nix;
  settling = part ./modules/settling.nix;
  declarations = part ./modules/declarations.nix;
  syntax = part ./modules/syntax.nix;
  disabling = part ./modules/disabling.nix;
  renames = part ./modules/renames.nix;
  internalOptions = part ./modules/internal-options.nix;
  throwUndeclared = part ./modules/undeclared.nix;
  besideOpaque = part ./modules/opaque.nix;
  notAModule = part ./modules/not-a-module.nix;

  inherit (properties) mkIf mkMerge mkOverride;
  inherit (settling) dischargeProperties pushDownProperties;
  inherit (syntax) unifyModuleSyntax;

  evalModules =
    evalArgs@{
      modules,
      prefix ? [ ],
      # For what must be known before any option is, such as in `imports`.
      specialArgs ? { },
      class ? null,
      # The last two are older ways to define `_module.args` and `_module.check`.
      args ? { },
      check ? true,
    }:
    let
      regularModules =
        modules
        ++ (if evalArgs ? args then [ { config._module.args = args; } ] else [ ])
        ++ (if evalArgs ? check then [ { config._module.check = properties.mkDefault check; } ] else [ ]);
      internalModule = {
        _file = "lib/modules.nix";
        key = "lib/modules.nix";
        options = if prefix == [ ] then internalOptions.atTop else internalOptions.within;
        config._module = {
          args = {
            inherit extendModules;
            inherit (merged) definedOptions;
            inherit undeclaredDefinitions;
            moduleType = type;
          };
          inherit specialArgs;
        };
      };
      collected =
        collectModules class (specialArgs.modulesPath or "") (regularModules ++ [ internalModule ])
          (
            {
              inherit
                lib
                options
                config
                specialArgs
                ;
            }
            // specialArgs
          );
      merged = mergeModules prefix (lib.reverseList collected);

      options = merged.matchedOptions;
      declaredConfig = valuesOf options;
      # What the module system reads for itself is known without its options as long as nobody defines them.
      isDefined =
        name:
        merged.isDefined [
          "_module"
          name
        ];
      freeformType = if isDefined "freeformType" then declaredConfig._module.freeformType else null;
      isChecked = !isDefined "check" || declaredConfig._module.check;
      opaque = if isDefined "opaque" then declaredConfig._module.opaque else [ ];
      # What is said of the modules around a submodule: they may declare options here, but few do.
      ownOpaque = filter (it: !it ? isAround) opaque;
      freeformConfig =
        if merged.unmatchedDefns == [ ] then
          { }
        else
          freeformType.merge prefix (
            map (def: {
              inherit (def) file;
              value = lib.setAttrByPath def.prefix def.value;
            }) merged.unmatchedDefns
          );
      # What is declared is in no definition of the free-form type, so that neither hides the other.
      config =
        if freeformType != null then
          lib.recursiveUpdate freeformConfig declaredConfig
        else if ownOpaque != [ ] then
          besideOpaque.valuesOf ownOpaque options
        else
          declaredConfig;

      # Where not all modules are known, most of what nobody declares may be what they declare. It is in no configuration: to
      # know its names one would have to know all conditions.
      undeclared =
        if merged.unmatchedDefns == [ ] || opaque == [ ] then
          merged.unmatchedDefns
        else
          filter (besideOpaque.isMistake opaque options) merged.unmatchedDefns;

      # Those that no verdict is given on.
      undeclaredDefinitions =
        if opaque == [ ] then
          [ ]
        else
          filter (definition: !besideOpaque.isMistake opaque options definition) merged.unmatchedDefns;

      checked = seq (
        if isChecked && freeformType == null && undeclared != [ ] then
          throwUndeclared prefix options (head undeclared)
        else
          null
      );

      extendModules =
        extension@{
          modules ? [ ],
          specialArgs ? { },
          prefix ? [ ],
        }:
        evalModules (
          evalArgs
          // {
            inherit class;
            modules = regularModules ++ modules;
            specialArgs = evalArgs.specialArgs or { } // specialArgs;
            prefix = extension.prefix or evalArgs.prefix or [ ];
          }
        );
      type = lib.types.submoduleWith { inherit modules specialArgs class; };
    in
    lib.warnIf (evalArgs ? args)
      "The args argument to evalModules is deprecated. Please set config._module.args instead."
      lib.warnIf
      (evalArgs ? check)
      "The check argument to evalModules is deprecated. Please set config._module.check instead."
      {
        _type = "configuration";
        options = checked options;
        config = checked (removeAttrs config [ "_module" ]);
        _module = checked config._module;
        inherit extendModules type class;
      };

  valuesOf = mapAttrs (_: it: if it._type or "" == "option" then it.value else valuesOf it);

  # All modules that a list of modules leads to, without those that one of them disables.
  collectModules =
    class: modulesPath: initialModules: arguments:
    let
      # Of one that stands for many files those are taken away that are disabled, and others imported by their paths.
      loadListing =
        arguments: file: key: given:
        unifyModuleSyntax file key (applyModuleArgs key (given.listing.without left) arguments)
        // {
          inherit (given.listing) renamedSets;
        };
      left = {
        inherit disabled;
        imported = map (node: node.key) (genericClosure {
          startSet = structure.modules;
          operator = node: node.modules;
        });
      };

      load =
        arguments: file: key: given:
        if isAttrs given && given ? listing && given ? __functor then
          loadListing arguments file key given
        else if isFunction given || given ? __functor && lib.isFunction given then
          unifyModuleSyntax file key (applyModuleArgs key given arguments)
        else if isAttrs given then
          let
            kind = given._type or "module";
          in
          if kind == "module" then
            unifyModuleSyntax file key given
          else if kind == "if" || kind == "override" then
            unifyModuleSyntax file key { config = given; }
          else
            throw (notAModule class file kind)
        else if isList given then
          throw "Module imports can't be nested lists. Perhaps you meant to remove one level of lists? Definitions: ${
            showDefs [
              {
                inherit file;
                value = given;
              }
            ]
          }"
        else
          let
            path = toString given;
            content = import given;
          in
          if isAttrs content && content ? listing && content ? __functor then
            loadListing arguments path path content
          else
            unifyModuleSyntax path path (applyModuleArgsIfFunction path content arguments);

      ofClass =
        module:
        if class == null || module._class == null || module._class == class then
          module
        else
          throw "The module ${module._file or module.key} was imported into ${class} instead of ${module._class}.";

      collectStructuredModules =
        parentFile: parentKey: initialModules: arguments:
        let
          modules = lib.imap1 (
            number: given:
            let
              module = ofClass (load arguments parentFile "${parentKey}:anon-${toString number}" given);
              inner =
                if module.imports == [ ] then
                  nothing
                else
                  collectStructuredModules module._file module.key module.imports arguments;
              own = {
                file = module._file;
                disabled = module.disabledModules;
              };
            in
            {
              inherit (module) key;
              inherit module;
              inherit (inner) modules;
              disabled = if module.disabledModules == [ ] then inner.disabled else [ own ] ++ inner.disabled;
            }
          ) initialModules;
        in
        {
          disabled = concatMap (module: module.disabled) modules;
          inherit modules;
        };
      nothing = {
        disabled = [ ];
        modules = [ ];
      };

      structure = collectStructuredModules unknownModule "" initialModules arguments;
      disabled = disabling.keysIn modulesPath structure.disabled;
      enabled = filter (node: !elem node.key disabled);
    in
    map (node: node.module) (
      genericClosure (
        if structure.disabled == [ ] then
          {
            startSet = structure.modules;
            operator = node: node.modules;
          }
        else
          {
            startSet = enabled structure.modules;
            operator = node: enabled node.modules;
          }
      )
    );

  applyModuleArgsIfFunction =
    key: given: args:
    if lib.isFunction given then applyModuleArgs key given args else given;

  # A function that takes a set apart needs the names of the set at once. What `_module.args` has is known only when all
  # modules are, so the set has the names that the function asks for, and their values are looked up later.
  applyModuleArgs =
    key: given: args:
    let
      named = mapAttrs (
        name: _:
        addErrorContext "while evaluating the module argument `${name}' in \"${key}\":" (
          args.${name} or args.config._module.args.${name}
        )
      ) (if isAttrs given then lib.functionArgs given else functionArgs given);
    in
    given (args // named);

  mergeModules =
    prefix: modules:
    mergeModules' prefix modules (
      concatMap (
        module:
        let
          located = config: {
            file = module._file;
            inherit config;
          };
        in
        if module.config ? _type then
          map located (pushDownProperties module.config)
        else
          [ (located module.config) ]
      ) modules
    );

  mergeModules' =
    let
      mergeTree = import ./modules/tree.nix {
        inherit lib evalOptionValue mkAliasAndWrapDefsWithPriority;
      };
    in
    prefix: modules: configs:
    mergeTree prefix modules configs;

  # An option with its value, and with all that is known of its definitions.
  evalOptionValue =
    loc: opt: defs:
    let
      default = {
        # Data do not know of every option where it is declared.
        file = if opt.declarations == [ ] then lib.options.unknownModule else head opt.declarations;
        value = properties.mkOptionDefault opt.default;
      };
      withDefault = [ default ] ++ defs;
      # A default that something outweighs is not worth looking at.
      own = mergeDefinitions loc opt.type defs;
      isOutweighed = defs != [ ] && own.isDefined && own.defsFinal'.highestPrio < default.value.priority;
      merged =
        if opt.readOnly or false && length withDefault > (if opt ? default then 1 else 2) then
          throw "The option `${showOption loc}' is read-only, but it's set multiple times. Definition values:${
            # Each is shown as if it were the only one.
            showDefs (
              map (def: def // { value = (mergeDefinitions loc opt.type [ def ]).mergedValue; }) (
                if opt ? default then withDefault else defs
              )
            )
          }"
        else if opt ? default && !isOutweighed then
          mergeDefinitions loc opt.type withDefault
        else
          own;
      result = opt // {
        value = addErrorContext "while evaluating the option `${showOption loc}':" (
          if opt ? apply then
            opt.apply merged.mergedValue
          else if opt ? withoutDefinition && !merged.isDefined then
            opt.withoutDefinition
          else
            merged.mergedValue
        );
        inherit (merged.defsFinal') highestPrio;
        definitions = map (def: def.value) merged.defsFinal;
        files = map (def: def.file) merged.defsFinal;
        definitionsWithLocations = merged.defsFinal;
        inherit (merged) isDefined;
        __toString = _: showOption loc;
      };
    in
    if opt.type.deprecationMessage == null then
      result
    else
      lib.warn "The type `types.${opt.type.name}' of option `${showOption loc}' defined in ${showFiles opt.declarations} is deprecated. ${opt.type.deprecationMessage}" result;

  # The value that definitions of one thing give, if there are any that count.
  mergeDefinitions =
    loc: type: defs:
    let
      defsFinal' = settling.settle defs;
      defsFinal = defsFinal'.values;
      isDefined = defsFinal != [ ];
      isValid = def: type.check def.value;
      mergedValue =
        if !isDefined then
          throw "The option `${showOption loc}' was accessed but has no value defined. Try setting the option."
        else if all isValid defsFinal then
          type.merge loc defsFinal
        else
          throw "A definition for option `${showOption loc}' is not of type `${type.description}'. Definition values:${
            showDefs (filter (def: !isValid def) defsFinal)
          }";
    in
    {
      inherit
        defsFinal'
        defsFinal
        mergedValue
        isDefined
        ;
      optionalValue = if isDefined then { value = mergedValue; } else { };
    };

  # The attributes of an option that is a set, each with the priority of its own definitions.
  mergeAttrDefinitionsWithPrio =
    opt:
    let
      byName = builtins.zipAttrsWith (_: defs: defs) (
        concatMap (
          def: map (mapAttrs (_: value: def // { inherit value; })) (pushDownProperties def.value)
        ) opt.definitionsWithLocations
      );
    in
    assert opt.type.name == "attrsOf" || opt.type.name == "lazyAttrsOf";
    mapAttrs (
      name: defs:
      let
        merged = mergeDefinitions (opt.loc ++ [ name ]) opt.type.nestedTypes.elemType defs;
      in
      {
        value = merged.mergedValue;
        inherit (merged.defsFinal') highestPrio;
      }
    ) byName;

  mkAliasIfDef = option: mkIf (isOption option && option.isDefined);

  mkAliasAndWrapDefinitions = wrap: option: mkAliasIfDef option (wrap (mkMerge option.definitions));

  # A priority holds for the option that the definitions come from, so the other one gets it as well.
  mkAliasAndWrapDefsWithPriority =
    wrap: option:
    let
      priority = option.highestPrio or settling.defaultOverridePriority;
    in
    mkAliasIfDef option (wrap (mkMerge (map (mkOverride priority) option.definitions)));

  mkMergedOptionModule =
    from: to: mergeFn:
    renames.merging from to mergeFn;

  fixMergeModules =
    modules: args:
    evalModules {
      inherit modules args;
      check = false;
    };

  # Others are not meant to call these, and are told so.
  discouraged =
    mapAttrs
      (
        name:
        lib.warn "External use of `lib.modules.${name}` is deprecated. If your use case isn't covered by non-deprecated functions, we'd like to know more and perhaps support your use case well, instead of providing access to these low level functions. In this case please open an issue in https://github.com/nixos/nixpkgs/issues/."
      )
      {
        inherit
          applyModuleArgsIfFunction
          dischargeProperties
          mergeModules
          mergeModules'
          pushDownProperties
          unifyModuleSyntax
          ;
        collectModules = collectModules null;
      };
in
discouraged
// {
  inherit
    evalModules
    evalOptionValue
    fixMergeModules
    mergeAttrDefinitionsWithPrio
    mergeDefinitions
    mkAliasAndWrapDefinitions
    mkAliasAndWrapDefsWithPriority
    mkAliasIfDef
    mkMergedOptionModule
    ;
  mkAliasDefinitions = mkAliasAndWrapDefinitions (definitions: definitions);
  inherit (properties)
    mkAfter
    mkAssert
    mkBefore
    mkDefault
    mkDerivedConfig
    mkFixStrictness
    mkForce
    mkIf
    mkImageMediaOverride
    mkMerge
    mkOptionDefault
    mkOrder
    mkOverride
    mkVMOverride
    ;
  inherit (settling)
    defaultOrderPriority
    defaultOverridePriority
    defaultPriority
    filterOverrides
    filterOverrides'
    sortProperties
    ;
  inherit (declarations) fixupOptionType mergeOptionDecls;
  inherit (syntax)
    importApply
    importJSON
    importTOML
    setDefaultModuleLocation
    ;
  inherit (renames)
    doRename
    mkAliasOptionModule
    mkAliasOptionModuleMD
    mkChangedOptionModule
    mkRemovedOptionModule
    mkRenamedOptionModule
    mkRenamedOptionModuleWith
    ;
}
