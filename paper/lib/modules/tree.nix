# Brings together, name by name, what modules declare and what they define. The result is the tree of all options with their
# values, and the list of definitions that belong to no option.
#
# Names that nobody defines cost next to nothing: where one module alone declares what is below a name, its set is taken as
# it is, and what is in it is looked at when somebody asks.
{
  lib,
  evalOptionValue,
  mkAliasAndWrapDefsWithPriority,
}:
let
  inherit (builtins)
    all
    any
    attrNames
    attrValues
    concatMap
    concatStringsSep
    elemAt
    filter
    foldl'
    head
    isAttrs
    isList
    length
    mapAttrs
    removeAttrs
    sort
    tail
    tryEval
    typeOf
    unsafeGetAttrPos
    zipAttrsWith
    ;
  inherit (lib.modules) fixupOptionType mergeOptionDecls;
  inherit (lib.options) isOption showOption;
  pushDownProperties = (import ./settling.nix { inherit lib; }).pushDownProperties;
  throwNoOption = import ./no-option.nix { inherit lib; };

  # The declarations by name, of modules or of what is below a name in them.
  declarationsIn =
    prefix: declarations:
    let
      # Sets are not compared: that would ask for an option called `type`, as derivations have it.
      declaring = filter ({ options, ... }: !isAttrs options || attrNames options != [ ]) declarations;
      byName =
        wrap: declaration:
        let
          set = declaration.options;
        in
        if isAttrs set then
          mapAttrs (
            name: options:
            wrap {
              inherit (declaration) _file;
              pos = unsafeGetAttrPos name set;
              inherit options;
            }
          ) set
        else
          throw ''
            An option declaration for `${concatStringsSep "." prefix}' has type
            `${typeOf set}' rather than an attribute set.
            Did you mean to define this outside of `options'?
          '';
    in
    if length declaring == 1 then
      byName (declaration: [ declaration ]) (head declaring)
    else
      zipAttrsWith (_: list: list) (map (byName (declaration: declaration)) declaring);

  definitionsIn =
    prefix: configs:
    let
      byName =
        { file, config }:
        mapAttrs (_: value: { inherit file value; }) (
          if isAttrs config then
            config
          else
            throw ''
              In module `${file}', you're trying to define a value of type `${typeOf config}'
              rather than an attribute set for the option
              `${concatStringsSep "." prefix}'!

              This usually happens if `${concatStringsSep "." prefix}' has option
              definitions inside that are not matched. Please check how to properly define
              this option by e.g. referring to `man 5 configuration.nix'!
            ''
        );
    in
    zipAttrsWith (_: list: list) (map byName configs);

  pushedDown = concatMap (
    { file, value }: map (config: { inherit file config; }) (pushDownProperties value)
  );

  # Which of the declarations of one name are options. A set that has another type is there by mistake.
  optionsAmong =
    loc:
    filter (
      { _file, options, ... }:
      options ? _type && (options._type == "option" || throwNoOption loc options._type _file)
    );

  # Options that are declared below an option are further options of its submodule.
  asOption =
    declaration:
    if isOption declaration.options then
      declaration
    else
      declaration
      // {
        options = lib.options.mkOption {
          type = lib.types.submoduleWith {
            modules = [ { inherit (declaration) options; } ];
            # As it is declared where the submodule is.
            shorthandOnlyDefinesConfig = null;
          };
        };
      };

  throwParent =
    loc: option: declarations:
    let
      inner = concatMap (
        { _file, options, ... }:
        map (name: " - option(s) with prefix `${showOption (loc ++ [ name ])}' in module `${_file}'") (
          attrNames options
        )
      ) (filter (declaration: !isOption declaration.options) declarations);
    in
    throw "The option `${showOption loc}' in module `${option._file}' would be a parent of the following options, but its type `${
      option.options.type.description or "<no description>"
    }' does not support nested options.\n${concatStringsSep "\n" (sort (a: b: a < b) inner)}";

  # Every configuration defines options of the module system itself, which need not be looked at to know that they are there.
  isInternal = { config, ... }: isAttrs config && attrNames (removeAttrs config internalNames) == [ ];
  internalNames = [
    "args"
    "check"
    "freeformType"
    "opaque"
    "specialArgs"
  ];

  # Whether something is defined there, be it behind a condition that does not hold. No declaration is looked at but of what
  # something is defined in.
  isDefinedIn =
    group: names:
    let
      name = head names;
      inner = group.below.${name};
    in
    group.isDefined name
    && (
      tail names == [ ] || group.below ? ${name} && (!inner ? below || isDefinedIn inner (tail names))
    );

  # Definitions of another option that count as definitions of this one, or of this set of options, if there are any. The
  # other option is looked at only if something is defined there. It may stand for a thing within the value of this one:
  # `{ path; below; }`, and may have had `earlier` names. Where a function makes something else of it (`isChanged`), that is not known.
  passedOn =
    root: loc: source:
    let
      from = source.path or source;
      below = source.below or [ ];
      old = lib.attrByPath from null root.matchedOptions;
      # Observing this call tells which option passes its definitions on to which.
      passing = mkAliasAndWrapDefsWithPriority (lib.setAttrByPath loc) old;
      isChanged = source.isChanged or false;
      given = (lib.getAttrFromPath loc passing.content).contents;
      unknown = throw "unknown on paper: what ${showOption from} becomes in ${showOption (loc ++ below)}";
      values = map (value: lib.setAttrByPath below (if isChanged then unknown else value)) given;
      # It has a default of its own, which says that nobody defines it.
      isDefault = isChanged && old.highestPrio >= 1500;
    in
    if
      any (isDefinedIn root) ([ from ] ++ source.earlier or [ ]) && passing.condition && !isDefault
    then
      lib.imap0 (number: value: {
        file = elemAt old.files number;
        inherit value;
      }) values
    else
      [ ];

  # Where another release is on paper, what the fleet declares and what paper has may not go together, as when the fleet has
  # an option of its own that the release lacks, or disables a module to have it otherwise. Then the fleet is right.
  fittingOnes =
    root: loc: declarations:
    let
      options = optionsAmong loc declarations;
      own = filter (it: !it.options ? declared) options;
      fit =
        length declarations < 2
        || options == [ ]
        || length options == length declarations && (tryEval (mergeOptionDecls loc options)).success
        || all (it: it.options.type.name or null == "submodule") options;
    in
    if fit || !isOfOtherRelease root then
      declarations
    else if own != [ ] then
      own
    else
      filter (it: !isOption it.options) declarations;

  isOfOtherRelease = root: any (it: it.everywhere or false) (opaqueIn root);

  # What is not known among the modules, whether or not the conditions hold under which they are there.
  opaqueIn =
    { pushed, ... }:
    concatMap ({ config, ... }: listsIn (config.opaque or [ ])) (pushed._module or [ ]);
  listsIn =
    value:
    if !isAttrs value then
      value
    else if value._type == "merge" then
      concatMap listsIn value.contents
    else
      listsIn value.content;

  # What is a group of options here may be a single one in another release. Which options there are is known without a look
  # at what is defined.
  mergeGroup =
    root: loc: declarations: renamed: configs:
    let
      isSingle = { config, ... }: !isAttrs config;
      single = if any isSingle configs && isOfOtherRelease root then filter isSingle configs else [ ];
      group = mergeBelow root loc declarations renamed (
        if single == [ ] then configs else filter (it: !isSingle it) configs
      );
    in
    group
    // {
      unmatchedDefns =
        map (
          { file, config }:
          {
            inherit file;
            value = config;
          }
        ) single
        ++ group.unmatchedDefns;
    };

  # `renamed` has, in sets by name, what definitions are passed on to sets of options: a list of the old names of each.
  mergeBelow =
    root: prefix: declarations: renamed: configs:
    let
      declared = declarationsIn prefix declarations;
      own = definitionsIn prefix configs;
      isRenamed = name: renamed ? ${name} && isList renamed.${name};
      definitionsOf =
        name:
        if isRenamed name then
          own.${name} or [ ] ++ concatMap (passedOn root (prefix ++ [ name ])) renamed.${name}
        else
          own.${name} or [ ];
      isPassedOn =
        old: if isList old then any (isDefinedIn root) old else any isPassedOn (attrValues old);
      names =
        attrNames own ++ filter (name: !own ? ${name} && isPassedOn renamed.${name}) (attrNames renamed);
      # The definitions of a group of options as sets without anything around them.
      pushedOf = name: pushedDown (definitionsOf name);

      children = mapAttrs (
        name: declarations:
        let
          loc = prefix ++ [ name ];
          taken = fittingOnes root loc declarations;
          options = optionsAmong loc taken;
        in
        if options == [ ] then
          (if name == "_module" then mergeBelow else mergeGroup) root loc taken (
            if isRenamed name then { } else renamed.${name} or { }
          ) (pushedOf name)
        else if length options == length taken then
          option root loc taken (definitionsOf name)
        else if all (it: it.options.type.name or null == "submodule") options then
          option root loc (map asOption taken) (definitionsOf name)
        else
          throwParent loc (head options) taken
      ) declared;
      unmatched =
        name:
        map (def: def // { prefix = [ name ] ++ def.prefix or [ ]; }) (
          if !declared ? ${name} then
            definitionsOf name
          else if name == "_module" && all isInternal (pushedOf name) then
            [ ]
          else
            children.${name}.unmatchedDefns
        );
    in
    {
      # Or something in it may be.
      isDefined =
        name: own ? ${name} || renamed ? ${name} && (!isRenamed name || isPassedOn renamed.${name});
      below = children;
      pushed = mapAttrs (_: pushedDown) own;
      matchedOptions = mapAttrs (_: child: child.matchedOptions) children;
      # Those that something is said about. Who writes down a whole configuration need not look at all the others.
      definedOptions = concatMap (
        name: if declared ? ${name} then children.${name}.definedOptions else [ ]
      ) names;
      unmatchedDefns = if configs == [ ] && renamed == { } then [ ] else concatMap unmatched names;
    };

  option =
    root: loc: declarations: definitions:
    let
      opt = fixupOptionType loc (withOpaque (mergeOptionDecls loc declarations));
      # A module that may declare options may declare further ones of a submodule as well.
      opaque = opaqueIn root;
      withOpaque =
        merged:
        if head loc == "_module" || merged.type.getSubModules or null == null || opaque == [ ] then
          merged
        else
          merged
          // {
            options = merged.options ++ [
              { config._module.opaque = map (it: it // { isAround = true; }) opaque; }
            ];
          };
      present = if opt ? from then definitions ++ concatMap (passedOn root loc) opt.from else definitions;
      # A module of which nothing is known may define what nobody else does.
      perhaps =
        if opt ? default || opt ? apply || head loc == "_module" || opaque == [ ] then
          opt
        else
          opt
          // {
            withoutDefinition = throw "unknown on paper: the value of ${showOption loc}, if a module of the input ${
              (head opaque).input or "of another release"
            } defines it";
          };
      evaluated = evalOptionValue loc perhaps present;
    in
    {
      matchedOptions = evaluated;
      unmatchedDefns = [ ];
      definedOptions = if present == [ ] then [ ] else [ evaluated ];
    };
in
prefix: modules: configs:
let
  listings = filter (module: module ? renamedSets) modules;
  renamed =
    if listings == [ ] then
      { }
    else
      foldl' (all: each: lib.recursiveUpdate all each.renamedSets) { } listings;
  root = mergeBelow root prefix modules renamed configs;
in
root // { isDefined = isDefinedIn root; }
