# Each type: which values are of it, how it is described, and what two definitions make.
{ lib }:
let
  inherit (lib) mkOption types;
  package = {
    type = "derivation";
    name = "p";
    outPath = "${builtins.storeDir}/0lz9p8xhf89kb1c1kk6jxrzskaiygnlh-p";
  };
  inner = types.submodule { options.a = mkOption { default = 1; }; };
  kinds = {
    inherit (types)
      anything
      attrs
      bool
      boolByOr
      commas
      deferredModule
      envVar
      float
      int
      lines
      nonEmptyStr
      number
      optionType
      package
      path
      pathInStore
      pkgs
      port
      raw
      shellPackage
      singleLineStr
      str
      unspecified
      ;
    inherit (types.ints)
      positive
      s8
      s16
      s32
      u8
      u16
      u32
      unsigned
      ;
    inherit (types.numbers) nonnegative;
    attrsOf = types.attrsOf types.int;
    attrsOfEither = types.attrsOf (types.either types.int types.str);
    attrTag = types.attrTag {
      left = mkOption { type = types.int; };
      right = mkOption { type = types.str; };
    };
    between = types.ints.between 1 5;
    coercedTo = types.coercedTo types.int toString types.str;
    either = types.either types.int types.str;
    eitherPositive = types.either types.ints.positive types.str;
    emptyEnum = types.enum [ ];
    enum = types.enum [
      "a"
      1
      true
      null
    ];
    functionTo = types.functionTo types.lines;
    inherit inner;
    lazyAttrsOf = types.lazyAttrsOf types.int;
    listOf = types.listOf types.int;
    listOfInner = types.listOf inner;
    loaOf = types.loaOf types.int;
    nonEmptyListOf = types.nonEmptyListOf (types.enum [ "a" ]);
    nullOr = types.nullOr types.str;
    nullOrList = types.nullOr (types.listOf types.str);
    numbersBetween = types.numbers.between 0.5 2;
    oneOf = types.oneOf [
      types.bool
      types.int
      (types.listOf types.str)
    ];
    passwdEntry = types.passwdEntry types.str;
    positiveNumber = types.numbers.positive;
    separatedString = types.separatedString "";
    singleEnum = types.enum [ "a" ];
    strMatching = types.strMatching "[a-z]+";
    uniq = types.uniq types.int;
    unique = types.unique { message = "Only one."; } (types.listOf types.int);
  };

  values = {
    attrs = {
      a = 1;
    };
    bad = "not a path";
    big = 70000;
    empty = "";
    emptyList = [ ];
    emptySet = { };
    float = 1.5;
    function = x: "f${toString x}";
    inherit package;
    inStore = "${builtins.storeDir}/0lz9p8xhf89kb1c1kk6jxrzskaiygnlh-p/bin";
    letter = "a";
    line = "one\n";
    list = [ 1 ];
    lines = "one\ntwo";
    minus = -3;
    none = null;
    one = 1;
    path = "/etc";
    pkgs = {
      _type = "pkgs";
    };
    shell = package // {
      shellPath = "/bin/sh";
    };
    tagged = {
      left = 1;
    };
    true = true;
    type = types.int;
  };

  told =
    kind: names: words:
    builtins.concatStringsSep " " (builtins.filter (name: kind.check values.${name}) names);

  # Values without what JSON cannot show.
  plain =
    value:
    if builtins.isFunction value then
      "function: ${toString (value 1)}"
    else if value ? type || value ? _type then
      value.name or "a set"
    else if builtins.isAttrs value then
      builtins.mapAttrs (_: plain) value
    else if builtins.isList value then
      map plain value
    else
      value;
  merged =
    kind: list:
    let
      evaluated =
        (lib.evalModules {
          modules = [
            { options.it = mkOption { type = kind; }; }
          ]
          ++ map (value: {
            _file = "a.nix";
            it = value;
          }) list;
        }).config.it;
    in
    plain evaluated;
in
{
  checks = builtins.mapAttrs (_: kind: told kind (builtins.attrNames values) "") kinds;

  descriptions = builtins.mapAttrs (_: kind: {
    inherit (kind) name description descriptionClass;
    empty = kind.emptyValue;
    nested = builtins.attrNames kind.nestedTypes;
    functor = kind.functor.name;
    within = (types.listOf kind).description;
    orNull = (types.nullOr kind).description;
    orString = (types.either kind types.str).description;
    deprecation = kind.deprecationMessage;
    modules = if kind.getSubModules == null then null else builtins.length kind.getSubModules;
    options = builtins.attrNames (kind.getSubOptions [ "at" ]);
  }) kinds;

  merges =
    builtins.mapAttrs
      (
        name: kind:
        builtins.mapAttrs (
          _: value:
          merged kind [
            value
            value
          ]
        ) (lib.filterAttrs (_: kind.check) values)
      )
      (
        removeAttrs kinds [
          "unspecified"
          "optionType"
          "deferredModule"
          # Their values are modules.
          "inner"
          "listOfInner"
          "loaOf"
        ]
      );

  # Of two declarations, with types that are the same, or not.
  typeMerges =
    let
      named = kind: if kind == null then null else kind.description;
      pairs = {
        inherit (kinds)
          attrsOf
          either
          enum
          inner
          int
          lines
          commas
          listOf
          listOfInner
          nullOr
          attrTag
          deferredModule
          singleEnum
          coercedTo
          ;
      };
    in
    builtins.mapAttrs (
      _: left: builtins.mapAttrs (_: right: named (left.typeMerge right.functor)) pairs
    ) pairs;

  others = {
    loaOf = merged kinds.loaOf [ { a = 1; } ];
    optionType = (merged kinds.optionType [ types.int ]);
    twoFunctions = merged (types.functionTo types.lines) [
      (x: "a${toString x}")
      (x: "b${toString x}")
    ];
    anythingOfSets = merged types.anything [
      {
        a = 1;
        b.c = [ 1 ];
      }
      { b.d = lib.mkForce 5; }
    ];
    anythingInConflict = merged types.anything [
      { a = 1; }
      { a = "x"; }
    ];
    nullAndNot = merged kinds.nullOr [
      null
      "a"
    ];
    uniqueTwice = merged kinds.unique [
      [ 1 ]
      [ 2 ]
    ];
    tagsInConflict = merged kinds.attrTag [
      { left = 1; }
      { right = "a"; }
    ];
    wrongTag = merged kinds.attrTag [ { middle = 1; } ];
    tagWithoutOption = (types.attrTag { a = types.int; }).nestedTypes.a;
    lazyIsThere = (merged kinds.lazyAttrsOf [ { a = lib.mkIf false 1; } ]) ? a;
    lazyIsMissing = merged kinds.lazyAttrsOf [ { a = lib.mkIf false 1; } ];
    strictIsNotThere = merged kinds.attrsOf [ { a = lib.mkIf false 1; } ];
    emptyOneOf = types.oneOf [ ];
    reversed = types.ints.between 5 1;
    coercedSubmodule = types.coercedTo inner (x: x) types.str;
    wrongElement = merged kinds.listOf [ [ "a" ] ];
    wrongAttribute = merged kinds.attrsOf [ { a.b = 1; } ];
    unspecifiedSets = merged types.unspecified [
      { a = 1; }
      { b = 2; }
    ];
    unspecifiedInConflict = merged types.unspecified [
      1
      "a"
    ];
  };
}
