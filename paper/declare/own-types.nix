# Types that are not in `lib.types`, and those whose content paper does not know.
{ lib }:
let
  inherit (lib) types;
  notKnown = import ./unknown.nix;

  # Formats of settings are made of each other without end.
  format =
    description: make:
    let
      type = make type // {
        inherit description;
      };
    in
    type;
  atoms = [
    types.bool
    types.int
    types.float
    types.str
  ];
  tree =
    type:
    atoms
    ++ [
      types.path
      (types.attrsOf type)
      (types.listOf type)
    ];
  atom = description: types.nullOr (types.oneOf atoms) // { inherit description; };
  iniAtom = atom "INI atom (null, bool, int, float or string)";
  keyValueAtom = atom "atom (null, bool, int, float or string)";

  # Whether a single value becomes a list differs from format to format, so several definitions are taken as lists only.
  several =
    type: list: words:
    types.either type (list type) // { description = "${type.description} ${words}"; };
in
rec {
  json = format "JSON value" (type: types.nullOr (types.oneOf (tree type)));
  yaml = format "YAML value" (type: types.nullOr (types.oneOf (tree type)));
  toml = format "TOML value" (type: types.oneOf (tree type));
  inherit iniAtom keyValueAtom;
  iniAtoms = several iniAtom types.listOf "or a list of them for duplicate keys";
  iniNonEmptyAtoms = several iniAtom types.nonEmptyListOf "or a non-empty list of them";
  keyValueAtoms = several keyValueAtom types.listOf "or a list of them for duplicate keys";

  inherit (types.ints)
    positive
    s16
    s32
    s8
    u16
    u32
    u8
    unsigned
    ;
  nonnegativeNumber = types.numbers.nonnegative;
  positiveNumber = types.numbers.positive;
  port = u16;

  # Settings of units: if one definition is a list, all are taken as lists.
  systemdOption = lib.mkOptionType {
    name = "systemd option";
    merge =
      loc: defs:
      if builtins.any (definition: builtins.isList definition.value) defs then
        builtins.concatMap (definition: lib.toList definition.value) defs
      else
        lib.options.mergeEqualOption loc defs;
  };

  # Accepts everything. What several definitions come to is known if they are the same.
  unknown =
    description:
    lib.mkOptionType {
      name = "unknown";
      inherit description;
      merge =
        loc: definitions:
        let
          first = (builtins.head definitions).value;
        in
        if builtins.all (definition: definition.value == first) (builtins.tail definitions) then
          first
        else
          notKnown "how definitions of ${lib.showOption loc} are merged";
    };

  # Accepts everything, and makes something else of it.
  unmerged =
    description:
    lib.mkOptionType {
      name = "unmerged";
      inherit description;
      merge = loc: definitions: notKnown "what ${lib.showOption loc} makes of its definitions";
    };

  # What it makes of a value of the first type is computed by a function of nixpkgs.
  coercedTo =
    coerced: final:
    lib.types.coercedTo coerced (value: value) final
    // {
      check = value: coerced.check value || final.check value;
      substSubModules = modules: coercedTo coerced (final.substSubModules modules);
      merge =
        loc: definitions:
        final.merge loc (
          map (
            definition:
            if coerced.check definition.value then
              definition
              // {
                value = notKnown "what ${lib.showOption loc} makes of a ${coerced.description}";
              }
            else
              definition
          ) definitions
        );
    };

  # Entries of Home Manager that say what they come before and after.
  dagOf =
    element:
    let
      isEntry = value: value ? data && value ? after && value ? before;
      entry = types.submodule {
        options = {
          data = lib.mkOption { type = element; };
          after = lib.mkOption { type = types.listOf types.str; };
          before = lib.mkOption { type = types.listOf types.str; };
        };
      };
      anywhere = definition: {
        after = [ ];
        before = [ ];
        data =
          if definition ? priority then
            lib.mkOrder definition.priority definition.value
          else
            definition.value;
      };
      entryType = lib.mkOptionType {
        name = "dagEntryOf";
        description = "DAG entry of ${element.description}";
        merge =
          loc: definitions:
          entry.merge loc (
            map (definition: {
              inherit (definition) file;
              value = if isEntry definition.value then definition.value else anywhere definition;
            }) definitions
          );
      };
      entries = types.attrsOf entryType;
    in
    lib.mkOptionType {
      name = "dagOf";
      description = "DAG of ${element.description}";
      inherit (entries) check merge emptyValue;
      nestedTypes.elemType = element;
    };
}
