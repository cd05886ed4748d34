# `pkgs.formats`: the types are those of nixpkgs, because they decide what a configuration may say. What is generated holds
# the values as JSON, or as the format has it where `lib` can write that.
{ lib, pkgs, ... }:
let
  inherit (lib) generators types;
  inherit (types)
    attrsOf
    bool
    coercedTo
    either
    float
    int
    listOf
    nonEmptyListOf
    nullOr
    oneOf
    path
    str
    ;

  asJson = name: value: pkgs.writeText name (builtins.toJSON value);

  # Values within values, with a short description in the place of an endless one.
  nested =
    description: alternatives:
    let
      type =
        alternatives (
          oneOf (
            [
              bool
              int
              float
              str
            ]
            ++ [
              (attrsOf type)
              (listOf type)
            ]
          )
        )
        // {
          inherit description;
        };
    in
    type;

  nestedWithPaths =
    description: alternatives:
    let
      type =
        alternatives (oneOf [
          bool
          int
          float
          str
          path
          (attrsOf type)
          (listOf type)
        ])
        // {
          inherit description;
        };
    in
    type;

  format = type: {
    inherit type;
    generate = asJson;
  };

  yaml = _: format (nestedWithPaths "YAML value" nullOr);

  # Lists become several keys, or one value by a function, or are no values.
  listsOf =
    single: list: args:
    if args.listsAsDuplicateKeys or false then
      list single (listOf single)
      // {
        description = "${single.description} or a list of them for duplicate keys";
      }
    else if args.listToValue or null != null then
      list single (nonEmptyListOf single)
      // {
        description = "${single.description} or a non-empty list of them";
      }
    else
      single;

  joined =
    listToValue: value:
    if listToValue != null && builtins.isList value then listToValue value else value;

  atom =
    description:
    nullOr (oneOf [
      bool
      int
      float
      str
    ])
    // {
      inherit description;
    };

  asList = single: list: coercedTo single lib.singleton list;

  iniAtom =
    args:
    listsOf (atom "INI atom (null, bool, int, float or string)") (
      if args.atomsCoercedToLists or null == true then asList else either
    ) args;

  section =
    args:
    attrsOf (iniAtom args)
    // {
      description = "section of an INI file (attrs of ${(iniAtom args).description})";
    };

  forGenerator =
    args:
    removeAttrs args [
      "atomsCoercedToLists"
      "listToValue"
    ];

  ini =
    {
      listsAsDuplicateKeys ? false,
      listToValue ? null,
      atomsCoercedToLists ? null,
      ...
    }@args:
    assert listsAsDuplicateKeys -> listToValue == null;
    assert atomsCoercedToLists != null -> listsAsDuplicateKeys || listToValue != null;
    {
      type = attrsOf (section args);
      generate =
        name: value:
        pkgs.writeText name (
          generators.toINI (forGenerator args) (
            builtins.mapAttrs (_: builtins.mapAttrs (_: joined listToValue)) value
          )
        );
    };

  iniWithGlobalSection =
    {
      listsAsDuplicateKeys ? false,
      listToValue ? null,
      atomsCoercedToLists ? null,
      ...
    }@args:
    assert listsAsDuplicateKeys -> listToValue == null;
    assert atomsCoercedToLists != null -> listsAsDuplicateKeys || listToValue != null;
    {
      type = types.submodule {
        options = {
          sections = lib.mkOption {
            type = attrsOf (section args);
            default = { };
          };
          globalSection = lib.mkOption {
            type = section args;
            default = { };
          };
        };
      };
      generate =
        name:
        {
          sections ? { },
          globalSection ? { },
          ...
        }:
        pkgs.writeText name (
          generators.toINIWithGlobalSection (forGenerator args) {
            globalSection = builtins.mapAttrs (_: joined listToValue) globalSection;
            sections = builtins.mapAttrs (_: builtins.mapAttrs (_: joined listToValue)) sections;
          }
        );
    };

  keyValue =
    {
      listsAsDuplicateKeys ? false,
      listToValue ? null,
      ...
    }@args:
    assert listsAsDuplicateKeys -> listToValue == null;
    {
      type = attrsOf (listsOf (atom "atom (null, bool, int, float or string)") asList args);
      generate =
        name: value:
        pkgs.writeText name (
          generators.toKeyValue (removeAttrs args [ "listToValue" ]) (
            builtins.mapAttrs (_: joined listToValue) value
          )
        );
    };

  # Values of a language that have no counterpart in Nix.
  marked = key: mark: value: {
    inherit value;
    ${key} = mark;
  };
  isMarked =
    key: mark: value:
    value.${key} or "" == mark;
in
{
  inherit
    ini
    iniWithGlobalSection
    keyValue
    yaml
    ;
  yaml_1_1 = yaml;

  json = _: format (nestedWithPaths "JSON value" nullOr);
  toml = _: format (nestedWithPaths "TOML value" lib.id);
  pythonVars = _: format (attrsOf (nestedWithPaths "Python value" nullOr));

  gitIni =
    args:
    let
      value = iniAtom {
        listsAsDuplicateKeys = args.listsAsDuplicateKeys or false;
      };
    in
    {
      type = attrsOf (attrsOf (either value (attrsOf value)));
      generate = name: value: pkgs.writeText name (generators.toGitINI value);
    };

  systemd = ini {
    listsAsDuplicateKeys = true;
    mkKeyValue =
      key: value:
      if value == null then
        "# ${key} is unset"
      else
        "${key} = ${generators.mkValueStringDefault { } value}";
  };

  javaProperties =
    {
      boolToString ? lib.boolToString,
      ...
    }:
    format (
      attrsOf (
        oneOf [
          (coercedTo types.package toString str)
          (coercedTo bool boolToString str)
          (coercedTo int toString str)
          (coercedTo float toString str)
        ]
        // {
          description = "string, package, bool, int or float";
        }
      )
    );

  elixirConf = _: {
    type = attrsOf (attrsOf (nested "Elixir value" nullOr));
    generate = asJson;
    lib =
      let
        mark = marked "_elixirType";
        raw = lib.mkOptionType {
          name = "rawElixir";
          description = "raw elixir";
          check = isMarked "_elixirType" "raw";
        };
        orRaw = type: either type raw;
        elixir =
          kind:
          orRaw (
            lib.mkOptionType {
              name = "elixir${lib.toSentenceCase kind}";
              description = "elixir ${kind}";
              check = isMarked "_elixirType" kind;
            }
          );
      in
      {
        mkRaw = mark "raw";
        mkAtom = mark "atom";
        mkTuple = mark "tuple";
        mkMap = mark "map";
        mkGetEnv =
          {
            envVariable,
            fallback ? null,
          }:
          mark "raw" "System.get_env(${builtins.toJSON envVariable}, ${
            if fallback == null then "nil" else builtins.toJSON fallback
          })";
        types = {
          rawElixir = raw;
          elixirOr = orRaw;
          atom = elixir "atom";
          tuple = elixir "tuple";
          map = elixir "map";
        }
        // builtins.mapAttrs (_: orRaw) types;
      };
  };

  php = _: {
    type = nested "PHP value" nullOr;
    generate = asJson;
    lib = {
      mkRaw = marked "_phpType" "raw";
      mkMixedArray = list: set: marked "_phpType" "mixed_array" { inherit list set; };
    };
  };

  hocon =
    _:
    let
      value =
        oneOf [
          scalar
          (listOf scalar)
          (attrsOf value)
        ]
        // {
          description = "HOCON value";
        };
      scalar = nullOr (oneOf [
        bool
        float
        int
        path
        str
      ]);
    in
    {
      type = value;
      generate = asJson;
      lib = {
        mkAppend = marked "_type" "append";
        mkInclude =
          included:
          {
            required = false;
            type = null;
            _type = "include";
          }
          // (
            if builtins.isAttrs included && !(lib.isDerivation included) then
              included
            else
              { value = toString included; }
          );
        mkSubstitution = substituted: {
          value = substituted.value or substituted;
          optional = substituted.optional or false;
          _type = "substitution";
        };
      };
    };

  libconfig =
    _:
    let
      value =
        oneOf [
          bool
          int
          float
          str
          path
          (attrsOf value)
          (listOf value)
        ]
        // {
          description = "libconfig value";
        };
    in
    {
      type = attrsOf value;
      generate = asJson;
      lib = {
        mkHex = marked "_type" "hex";
        mkOctal = marked "_type" "octal";
        mkFloat = marked "_type" "float";
        mkArray = marked "_type" "array";
        mkList = marked "_type" "list";
      };
    };
}
