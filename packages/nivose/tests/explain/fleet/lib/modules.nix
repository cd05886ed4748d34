# A module system with the functions that an explanation looks at, for tests: what they are given and what they return is
# as in nixpkgs, and hardly anything else is.
let
  inherit (builtins)
    all
    attrNames
    concatMap
    concatStringsSep
    elemAt
    filter
    foldl'
    genericClosure
    genList
    head
    isAttrs
    isBool
    isFunction
    isInt
    isList
    isString
    length
    listToAttrs
    mapAttrs
    sort
    tail
    ;

  typeOf' = value: if isAttrs value then value._type or "" else "";
  names = sets: attrNames (foldl' (known: set: known // set) { } sets);
  showPath = concatStringsSep ".";

  mkOption = declaration: { _type = "option"; } // declaration;
  mkIf = condition: content: {
    _type = "if";
    inherit condition content;
  };
  mkOverride = priority: content: {
    _type = "override";
    inherit priority content;
  };
  mkOrder = priority: content: {
    _type = "order";
    inherit priority content;
  };
  mkMerge = contents: {
    _type = "merge";
    inherit contents;
  };

  setAttrByPath =
    path: value: if path == [ ] then value else { ${head path} = setAttrByPath (tail path) value; };
  getAttrFromPath = path: set: foldl' (inner: name: inner.${name}) set path;
  mkAliasAndWrapDefsWithPriority =
    wrap: option:
    mkIf option.isDefined (wrap (mkMerge (map (mkOverride option.highestPrio) option.definitions)));
  mkRenamedOptionModule =
    from: to:
    { config, options, ... }:
    {
      options = setAttrByPath from (mkOption {
        description = "Alias of {option}`${showPath to}`.";
        type = types.int;
        apply =
          _:
          builtins.trace "Obsolete option `${showPath from}' is used. It was renamed to `${showPath to}'." (
            getAttrFromPath to config
          );
      });
      config = mkAliasAndWrapDefsWithPriority (setAttrByPath to) (getAttrFromPath from options);
    };

  # The parts of a definition that hold.
  holding =
    value:
    {
      "merge" = concatMap holding value.contents;
      "if" = if value.condition then holding value.content else [ ];
    }
    .${typeOf' value} or [ value ];

  # A set of definitions with the properties around it pushed to what it has.
  parts =
    value:
    let
      around = property: map (mapAttrs (_: property)) (parts value.content);
    in
    {
      "merge" = concatMap parts value.contents;
      "if" = around (mkIf value.condition);
      "override" = around (mkOverride value.priority);
    }
    .${typeOf' value} or [ value ];

  mergeDefinitions =
    loc: type: defs:
    let
      held = concatMap (
        { file, value }:
        map (value: { inherit file value; }) (holding value)
      ) defs;
      priorityOf = def: if typeOf' def.value == "override" then def.value.priority else 100;
      highestPrio = foldl' (
        least: def: if priorityOf def < least then priorityOf def else least
      ) 9999 held;
      inner = kind: def: if typeOf' def.value == kind then def // { value = def.value.content; } else def;
      orderOf = def: if typeOf' def.value == "order" then def.value.priority else 1000;
      strongest = map (inner "override") (filter (def: priorityOf def == highestPrio) held);
      defsFinal = map (inner "order") (sort (first: second: orderOf first < orderOf second) strongest);
      wrong = filter (def: !type.check def.value) defsFinal;
    in
    {
      inherit defsFinal;
      defsFinal' = {
        values = defsFinal;
        inherit highestPrio;
      };
      isDefined = defsFinal != [ ];
      mergedValue =
        if defsFinal == [ ] then
          throw "The option `${showPath loc}' has no value."
        else if wrong != [ ] then
          throw "A definition for option `${showPath loc}' is not of type `${type.description}': ${(head wrong).file}"
        else
          type.merge loc defsFinal;
    };

  evalOptionValue =
    loc: opt: defs:
    let
      default = {
        file = head opt.declarations;
        value = mkOverride 1500 opt.default;
      };
      res = mergeDefinitions loc opt.type ((if opt ? default then [ default ] else [ ]) ++ defs);
    in
    opt
    // {
      value = (opt.apply or (value: value)) res.mergedValue;
      inherit (res.defsFinal') highestPrio;
      inherit (res) isDefined;
      files = map (def: def.file) res.defsFinal;
      definitions = map (def: def.value) res.defsFinal;
      definitionsWithLocations = res.defsFinal;
    };

  # The options below a path.
  mergeModules' =
    loc: declarations: configs:
    let
      declared = map (each: each.options) declarations;
      one =
        name:
        let
          here = filter (each: each.options ? ${name}) declarations;
          inside = concatMap (
            { file, config }:
            if config ? ${name} then
              [
                {
                  inherit file;
                  value = config.${name};
                }
              ]
            else
              [ ]
          ) configs;
          option = (head here).options.${name};
        in
        if typeOf' option == "option" then
          evalOptionValue (loc ++ [ name ]) (
            option
            // {
              loc = loc ++ [ name ];
              declarations = map (each: each.file) here;
            }
          ) inside
        else
          (mergeModules' (loc ++ [ name ]) (map (each: each // { options = each.options.${name}; }) here) (
            concatMap ({ file, value }: map (config: { inherit file config; }) (parts value)) inside
          )).matchedOptions;
    in
    {
      matchedOptions = listToAttrs (
        map (name: {
          inherit name;
          value = one name;
        }) (names declared)
      );
    };

  valuesOf = mapAttrs (
    _: option: if typeOf' option == "option" then option.value else valuesOf option
  );

  # A module, whatever it is written as.
  loadModule =
    args: fallbackFile: fallbackKey: m:
    if isFunction m then
      unify fallbackFile fallbackKey (m args)
    else if isAttrs m then
      unify fallbackFile fallbackKey m
    else
      loadModule args (toString m) (toString m) (import m);
  unify = file: key: m: {
    _file = toString m._file or file;
    key = m.key or key;
    imports = m.imports or [ ];
    options = m.options or { };
    config =
      if m ? config || m ? options then
        m.config or { }
      else
        removeAttrs m [
          "_file"
          "imports"
          "key"
        ];
  };

  # The modules with those that they import.
  collectStructuredModules =
    let
      results = modules: {
        disabled = [ ];
        inherit modules;
      };
    in
    parentFile: parentKey: initialModules: args:
    results (
      genList (
        n:
        let
          module = loadModule args parentFile "${parentKey}:anon-${toString (n + 1)}" (
            elemAt initialModules n
          );
          inner = collectStructuredModules module._file module.key module.imports args;
        in
        {
          inherit module;
          inherit (module) key;
          inherit (inner) modules disabled;
        }
      ) (length initialModules)
    );

  mergeModules =
    prefix: modules:
    mergeModules' prefix
      (map (m: {
        file = m._file;
        inherit (m) options;
      }) modules)
      (
        concatMap (
          m:
          map (config: {
            file = m._file;
            inherit config;
          }) (parts m.config)
        ) modules
      );

  evalAt =
    loc: modules:
    let
      arguments = {
        lib = {
          inherit
            mkIf
            mkMerge
            mkOption
            mkOverride
            mkRenamedOptionModule
            types
            ;
          optionalAttrs = condition: set: if condition then set else { };
          mkForce = mkOverride 50;
          mkDefault = mkOverride 1000;
          mkBefore = mkOrder 500;
          mkAfter = mkOrder 1500;
        };
        inherit config options;
      };
      collected = collectStructuredModules "<unknown-file>" "" ([ internalModule ] ++ modules) arguments;
      internalModule = {
        _file = "modules.nix";
        options._module.args = mkOption {
          type = types.attrs;
          default = { };
          internal = true;
        };
      };
      flat = genericClosure {
        startSet = collected.modules;
        operator = it: it.modules;
      };
      options = (mergeModules loc (map (it: it.module) flat)).matchedOptions;
      config = valuesOf (removeAttrs options [ "_module" ]);
    in
    {
      inherit options config;
    };

  one =
    loc: defs:
    if tail defs == [ ] then (head defs).value else throw "The option `${showPath loc}' is set twice.";
  types = {
    bool = {
      description = "boolean";
      check = isBool;
      merge = one;
    };
    int = {
      description = "signed integer";
      check = isInt;
      merge = one;
    };
    attrs = {
      description = "attribute set";
      check = isAttrs;
      merge = _: foldl' (merged: def: merged // def.value) { };
    };
    str = {
      description = "string";
      check = isString;
      merge = one;
    };
    listOf = element: {
      description = "list of ${element.description}";
      check = isList;
      merge = _: concatMap (def: def.value);
    };
    attrsOf = element: {
      description = "attribute set of ${element.description}";
      check = isAttrs;
      getSubOptions = loc: element.getSubOptions or (_: { }) (loc ++ [ "<name>" ]);
      merge =
        loc: defs:
        listToAttrs (
          map (name: {
            inherit name;
            value =
              (mergeDefinitions (loc ++ [ name ]) element (
                concatMap (
                  def: if def.value ? ${name} then [ (def // { value = def.value.${name}; }) ] else [ ]
                ) defs
              )).mergedValue;
          }) (names (map (def: def.value) defs))
        );
    };
    submodule = options: {
      description = "submodule";
      getSubOptions =
        loc:
        (evalAt loc [
          {
            _file = "submodule.nix";
            inherit options;
          }
        ]).options;
      check = isAttrs;
      merge =
        loc: defs:
        (evalAt loc (
          [
            {
              _file = "submodule.nix";
              inherit options;
            }
          ]
          ++ map (def: {
            _file = def.file;
            config = def.value;
          }) defs
        )).config;
    };
  };
in
{
  evalModules = evalAt [ ];
}
