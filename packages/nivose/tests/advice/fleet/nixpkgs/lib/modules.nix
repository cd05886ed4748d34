# A module system with as much of nixpkgs' as the errors of the tests need: in its words, with its names for what matters,
# and as lazy.
{ lib }:
let
  inherit (builtins)
    addErrorContext
    all
    attrNames
    concatLists
    concatMap
    concatStringsSep
    elem
    elemAt
    filter
    foldl'
    functionArgs
    genList
    head
    isAttrs
    isBool
    isFunction
    isInt
    isList
    isPath
    isString
    length
    listToAttrs
    mapAttrs
    match
    seq
    tail
    toJSON
    ;

  isType = type: it: isAttrs it && it._type or "" == type;
  isOption = isType "option";
  namesOf = sets: attrNames (foldl' (all: set: all // set) { } sets);

  showName = name: if match "[a-zA-Z_][a-zA-Z0-9_'-]*" name != null then name else toJSON name;
  showOption = path: concatStringsSep "." (map showName path);
  showValue =
    value:
    if isAttrs value then
      if value ? name then "<derivation ${value.name}>" else "\n    {\n      …\n    }"
    else if isFunction value then
      "<function>"
    else
      toJSON value;
  showDefs = defs: concatStringsSep "" (map (def: "\n- In `${def.file}': ${showValue def.value}") defs);

  # What is left of a definition when its conditions are decided.
  discharge =
    value:
    if isType "merge" value then
      concatMap discharge value.contents
    else if isType "if" value then
      (if value.condition then discharge value.content else [ ])
    else
      [ value ];

  # The properties around a set, pushed to what is in it.
  pushDown =
    value:
    if isType "merge" value then
      concatMap pushDown value.contents
    else if isType "if" value then
      map (mapAttrs (_: content: value // { inherit content; })) (pushDown value.content)
    else if isType "override" value then
      map (mapAttrs (_: content: value // { inherit content; })) (pushDown value.content)
    else
      [ value ];

  mergeDefinitions =
    loc: type: defs:
    let
      held = concatMap (
        { file, value }:
        map (value: { inherit file value; }) (
          addErrorContext "while evaluating definitions from `${file}':" (discharge value)
        )
      ) defs;
      priorityOf = def: if isType "override" def.value then def.value.priority else 100;
      least = foldl' (least: def: if priorityOf def < least then priorityOf def else least) 9999 held;
      strip = def: if isType "override" def.value then def // { value = def.value.content; } else def;
      final = map strip (filter (def: priorityOf def == least) held);
      wrong = filter (def: !type.check def.value) final;
    in
    if final == [ ] then
      throw "The option `${showOption loc}' was accessed but has no value defined. Try setting the option."
    else if wrong != [ ] then
      throw "A definition for option `${showOption loc}' is not of type `${type.description}'. Definition values:${showDefs wrong}"
    else
      type.merge loc final;

  evalOption =
    loc: option: defs:
    let
      default =
        if option ? default then
          [
            {
              file = "<default>";
              value = lib.mkOverride 1500 option.default;
            }
          ]
        else
          [ ];
      value =
        if option.readOnly or false && length defs + length default > 1 then
          throw "The option `${showOption loc}' is read-only, but it's set multiple times. Definition values:${showDefs defs}"
        else
          mergeDefinitions loc option.type (default ++ defs);
    in
    option
    // {
      value = addErrorContext "while evaluating the option `${showOption loc}':" value;
    };

  mergeModules =
    prefix: declarations: definitions:
    let
      declared = namesOf (map (each: each.options) declarations);
      pushed = concatMap ({ file, value }: map (value: { inherit file value; }) (pushDown value)) definitions;
      definitionsOf =
        name:
        concatMap (
          { file, value }:
          if value ? ${name} then
            [
              {
                inherit file;
                value = value.${name};
              }
            ]
          else
            [ ]
        ) pushed;
      results = listToAttrs (
        map (
          name:
          let
            here = filter (each: each.options ? ${name}) declarations;
            option = (head here).options.${name};
            loc = prefix ++ [ name ];
          in
          {
            inherit name;
            value =
              if isOption option then
                {
                  matched = evalOption loc option (definitionsOf name);
                  unmatched = [ ];
                }
              else
                mergeModules loc (map (each: each // { options = each.options.${name}; }) here) (definitionsOf name);
          }
        ) declared
      );
      strange = filter (name: !results ? ${name}) (namesOf (map (def: def.value) pushed));
    in
    {
      matched = mapAttrs (_: result: result.matched) results;
      unmatched =
        map (name: {
          path = prefix ++ [ name ];
          definition = head (definitionsOf name);
        }) strange
        ++ concatLists (map (name: results.${name}.unmatched) declared);
    };

  valuesOf = mapAttrs (_: option: if isOption option then option.value else valuesOf option);

  evalModules =
    {
      modules,
      prefix ? [ ],
      specialArgs ? { },
    }:
    let
      internal = {
        options._module = {
          args = lib.mkOption {
            type = types.attrsOf types.anything;
            default = { };
          };
          freeformType = lib.mkOption {
            type = types.anything;
            default = null;
          };
        };
      };
      args = specialArgs // {
        inherit lib options config;
      };
      apply =
        file: module:
        let
          context = name: ''while evaluating the module argument `${name}' in "${file}":'';
          extra = mapAttrs (
            name: _: addErrorContext (context name) (args.${name} or config._module.args.${name})
          ) (functionArgs module);
        in
        if isFunction module then module (args // extra) else module;
      unify =
        file: module:
        let
          strange = removeAttrs module [
            "_file"
            "config"
            "imports"
            "options"
          ];
        in
        if !(module ? config || module ? options) then
          {
            inherit file;
            imports = module.imports or [ ];
            options = { };
            config = removeAttrs module [
              "_file"
              "imports"
            ];
          }
        else if strange != { } then
          throw "Module `${file}' has an unsupported attribute `${head (attrNames strange)}'. This is caused by introducing a top-level `config' or `options' attribute. Add configuration attributes immediately on the top level instead, or move all of them (namely: ${toString (attrNames strange)}) into the explicit `config' attribute."
        else
          {
            inherit file;
            imports = module.imports or [ ];
            options = module.options or { };
            config = module.config or { };
          };
      load =
        parent: module:
        let
          isFile = isPath module || isString module;
          file = if isFile then toString module else module._file or parent;
          loaded = unify file (apply file (if isFile then import module else module));
        in
        [ loaded ] ++ concatMap (load file) loaded.imports;
      collected = concatMap (load "<unknown-file>") ([ internal ] ++ modules);
      merged = mergeModules prefix collected (
        map (module: {
          inherit (module) file;
          value = module.config;
        }) collected
      );
      options = merged.matched;
      config =
        let
          declared = valuesOf options;
        in
        if declared._module.freeformType == null then declared else throw "free-form";
      checkUnmatched =
        if config._module.freeformType == null && merged.unmatched != [ ] then
          let
            inherit (head merged.unmatched) path definition;
          in
          throw "The option `${showOption path}' does not exist. Definition values:${showDefs [ definition ]}"
        else
          null;
    in
    {
      options = seq checkUnmatched options;
      config = seq checkUnmatched config;
    };

  mergeEqual =
    loc: defs:
    if all (def: def.value == (head defs).value) (tail defs) then
      (head defs).value
    else
      throw "The option `${showOption loc}' has conflicting definition values:${showDefs defs}\nUse `lib.mkForce value` or `lib.mkDefault value` to change the priority on any of these definitions.";
  scalar = description: check: {
    inherit description check;
    merge = mergeEqual;
  };
  types = {
    anything = scalar "anything" (_: true);
    bool = scalar "boolean" isBool;
    int = scalar "signed integer" isInt;
    str = scalar "string" isString;
    package = scalar "package" (it: isAttrs it && it ? name);
    enum = values: scalar "one of ${concatStringsSep ", " (map toJSON values)}" (it: elem it values);
    listOf = element: {
      description = "list of ${element.description}";
      check = isList;
      merge =
        loc: defs:
        concatMap (
          def:
          genList (
            index:
            mergeDefinitions (loc ++ [ "[definition 1-entry ${toString (index + 1)}]" ]) element [
              (def // { value = elemAt def.value index; })
            ]
          ) (length def.value)
        ) defs;
    };
    attrsOf = element: {
      description = "attribute set of ${element.description}";
      check = isAttrs;
      merge =
        loc: defs:
        listToAttrs (
          map (name: {
            inherit name;
            value = mergeDefinitions (loc ++ [ name ]) element (
              concatMap (
                def: if def.value ? ${name} then [ (def // { value = def.value.${name}; }) ] else [ ]
              ) defs
            );
          }) (namesOf (map (def: def.value) defs))
        );
    };
    submodule = module: {
      description = "submodule";
      check = it: isAttrs it || isFunction it;
      merge =
        loc: defs:
        (evalModules {
          prefix = loc;
          modules = [ module ] ++ map (def: wrapped def.file def.value) defs;
        }).config;
    };
  };
  wrapped = file: value: {
    _file = file;
    imports = [ value ];
  };
in
{
  inherit evalModules types;
}
