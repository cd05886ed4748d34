/**
 * What is evaluated to make V8 acquainted with the evaluator: every operation and nearly every builtin, with operands of
 * all the kinds that they take, a few times over. It reads no file and has no meaning.
 *
 * Sets are ordered by when their names were first met, so it must not be the first to meet a name that somebody else may
 * use. All of its names are known from the start (`first-symbols.ts`) or begin with `warm-`.
 */
export const WARM_UP_PROGRAM = `
let
  inherit (builtins) attrNames elem elemAt foldl' genList length map seq toString;

  warm-operations = line: name: meta: args: rec {
    column = line + 1;
    inherit (meta) file;
    inherit (args) body;
    add = [
      (column - line * 2) (line / 3) (-line) (line + 0.5) (0.5 * column) (1.5 / 2) (2.5 - line)
      (4611686018427387904 + line)
    ];
    lessThan = [
      (line < column) (line > column) (line <= column) (line >= column) (0.5 < line) (name < "m")
      ([ line name ] < [ column 2 ]) (name == "x") (line != column) (line == 1.0) (meta == args)
      (body == [ column null 2.5 ]) (map == map) (null == true)
    ];
    any =
      if line > 2 && name != "" || line == 0 && !(line > 7) -> true then -column
      else assert line < 9; column;
    getAttr = [
      meta.file.body.name (meta.value or line) (meta.file.body.value.type or column) meta.\${name}
      (meta.\${"warm-" + name} or 0) (meta ? file.body) (meta ? \${name}) (name ? file)
      (with meta; with args; [ description system file ])
    ];
    mapAttrs = [
      (meta // args) ({ } // meta) { inherit name; \${"warm-" + name} = line; \${null} = 1; }
      rec { key = line; \${"warm-" + name} = key; } rec { key = line; value = key; }
      { key.value = line; key.type = column; } (let inherit (meta) file; value = file; in value.body)
    ];
    concatStringsSep = [
      "a\${name}b\${toString column}" "\${meta}" (name + "x" + name) (./. + "/\${name}") ''
        indented \${name}
          more
      ''
    ];
    concatLists = [ ] ++ body ++ [ column [ ] { } 9007199254740993 name (x: x) ];
    functionArgs =
      let
        warm-formals = { key, value ? key, ... }@args: [ key value args ];
        strict = { key, value ? 2 }: key + value;
        warm-curried = key: value: x: key + value + x;
        warm-functor = { __functor = self: x: self.key + x; key = line; };
        warm-sum = foldl' (key: value: key + value);
      in [
        (warm-formals { key = 1; }) (warm-formals args) (strict { key = line; }) (strict { value = 1; key = line; })
        (warm-curried 1 2 3) ((warm-curried 1) 2 3) (warm-functor column) (map warm-functor [ 1 2 3 ]) (map (warm-curried 1 2) [ 1 2 ])
        (warm-sum 0 [ 1 2 3 ]) (map (warm-sum 0) [ [ 1 ] [ 2 ] ]) (map (builtins.substring 0 1) [ name ])
        (map (elem 1) [ [ 1 ] ]) (toString (column))
      ];
  };

  warm-calls = line: name: meta: args:
    let
      warm-list = [ 3 1 line 2 ];
      warm-names = genList (key: "warm-" + toString key) 30;
      warm-large = builtins.listToAttrs (map (name: { inherit name; value = line; }) warm-names);
      warm-small = builtins.listToAttrs [ { inherit name; value = line; } { name = "key"; value = 2; } ];
    in [
      (builtins.filter (x: x > 1) warm-list) (builtins.filter (x: true) warm-list) (foldl' (key: x: key + x) 0 warm-list)
      (elemAt warm-list 1) (length warm-list) (builtins.head warm-list) (builtins.tail warm-list) (builtins.concatMap (x: [ x x ]) warm-list)
      (builtins.concatLists [ warm-list [ ] warm-names ]) (builtins.sort (key: x: key < x) warm-list)
      (builtins.sort builtins.lessThan warm-names) (builtins.all (x: x > 0) warm-list) (builtins.any (x: x > 2) warm-list)
      (elem line warm-list) (elem name warm-names) (builtins.partition (x: x > 1) warm-list) (builtins.groupBy (x: name) warm-list)
      (builtins.genericClosure {
        startSet = [ { key = name; } ];
        operator = x: if builtins.stringLength x.key < 6 then [ { key = x.key + "x"; } ] else [ ];
      })
      (attrNames meta) (attrNames warm-large) (builtins.attrValues meta) warm-small
      (builtins.mapAttrs (name: value: [ name value ]) meta) (removeAttrs meta [ "description" name ])
      (builtins.intersectAttrs meta args) (builtins.intersectAttrs warm-small warm-large)
      (builtins.catAttrs "description" [ meta args { } ]) (builtins.zipAttrsWith (name: value: value) [ meta args ])
      (builtins.functionArgs ({ key, value ? 2 }: key)) (builtins.functionArgs map)
      (builtins.hasAttr name meta) (builtins.getAttr "description" meta)
      (builtins.unsafeGetAttrPos "description" meta)
      (map builtins.typeOf [ line 2.5 name true null meta warm-list map ./. ]) (builtins.isAttrs meta)
      (builtins.isFunction map) (builtins.isString name) (builtins.isList warm-list) (builtins.isBool true)
      (builtins.isInt 1) (builtins.isFloat 1.5) (builtins.isPath ./.) (isNull null)
      (builtins.substring 1 2 name) (builtins.substring 0 (0 - 1) name) (builtins.stringLength name)
      (builtins.concatStringsSep "," warm-names) (builtins.concatStringsSep "/" [ name name ])
      (builtins.replaceStrings [ "a" "b" ] [ "c" "d" ] name)
      (builtins.match "([a-z]+)-?([0-9]*)(.*)" name) (builtins.match "x" name) (builtins.split "(-)" name)
      (builtins.hashString "sha256" name) (builtins.toJSON (removeAttrs args [ ]))
      (builtins.fromJSON ''{ "key": [ 1, 2.5, "x", null, true, { } ] }'') (builtins.compareVersions "1.2" "1.10pre")
      (builtins.splitVersion "1.2.3") (baseNameOf "/a/b.nix") (dirOf "/a/b") (baseNameOf ./a)
      (toString [ line name 1.5 true false null [ ] [ name ] ./a meta { __toString = self: name; } ])
      (builtins.deepSeq [ warm-list meta ] line)
      (builtins.addErrorContext name line) (seq line line) (builtins.ceil 1.5) (builtins.floor 1.5)
      (builtins.bitAnd line 3) (builtins.bitOr line 3) (builtins.add line 1) (builtins.sub line 1)
      (builtins.mul line 2) (builtins.lessThan line 2)
    ];

  warm-derivations = line: name:
    let
      file = builtins.toFile "warm-up" name;
      warm-bottom = derivation {
        name = "warm-up-\${name}";
        system = "none";
        builder = "/none";
        args = [ "-e" file ];
        outputs = [ "warm-up" "warm-down" ];
        inherit line;
        key = [ name file ];
        value = true;
        type = null;
      };
      warm-structured = derivation {
        name = "warm-up";
        system = "none";
        builder = "/none";
        outputs = [ "warm-up" ];
        __structuredAttrs = true;
        inherit warm-bottom line;
        key = [ line 1.5 null ];
      };
      warm-top = derivation {
        name = "warm-up-top-\${name}";
        system = "none";
        builder = "\${warm-bottom.warm-down}/bin";
        outputs = [ "warm-up" ];
        inherit warm-structured;
        key = [ warm-bottom warm-structured ];
        value = "\${warm-bottom} \${warm-structured} \${name} \${file}";
      };
    in [
      warm-top.outPath warm-bottom.warm-down.outPath (warm-bottom == warm-top) (builtins.unsafeDiscardStringContext warm-top.drvPath)
      (builtins.hasContext name) (builtins.appendContext name { }) (builtins.concatStringsSep ":" [ warm-bottom warm-top ])
      (builtins.replaceStrings [ "-" ] [ "_" ] warm-top.outPath) (builtins.substring 0 20 warm-top.drvPath)
      (builtins.toJSON { key = warm-bottom; }) (builtins.hashString "md5" warm-top.value)
      (builtins.unsafeDiscardOutputDependency warm-top.drvPath) (baseNameOf warm-top)
    ];

  warm-round = line:
    let
      name = elemAt [ "x" "body" "warm-1" ] (line - line / 3 * 3);
      meta = { description = line; file.body.name = name; outPath = name; system = 2.5; \${name} = line; };
      args = { key = name; value = line; body = [ (line + 1) null 2.5 ]; description = name; self = null; };
    in [ (warm-operations line name meta args) (warm-calls line name meta args) (warm-derivations line name) ];

  /* Nobody asks for its value: it has what files are written with, for whoever reads them. */
  warm-syntax = { key ? .5, value ? 1.e2, ... }@args: { file, name, ... }: self: [
    https://warm-up <warm-up> ~/warm-up ~/\${name}/warm-up ./warm-\${name}/up /warm-up ../warm-up a/b+c.d/e_f warm-up/\${name}
    "\\n$name $$\\\${name} a\\tb" ''
      # ''$name ''' ''\\n $ ' $$
      ''\${name} \${name}
    ''
    (let { body = 1; key = body; }) (args.or or args.key.body or null) (with self; key) (- 1.5e-3) (!true || true -> false)
    { key.value.body = 1; key.value.file = 2; key = { type = "a"; "body" = { }; }; inherit (self) file; inherit name; \${name}.key = 1; }
    rec { key = { body = value; }; value = 1; key.file = 2; __overrides = { }; } (x: x.body.file or { } ? key.\${name}."value")
    (if key <= value && key >= 0 || key != 1 then key / value * 2 else key - value) (assert key < 1; key ++ [ ] ++ [ 1 9223372036854775807 ])
  ];
  # warm-derivations lead to themselves
  warm-force = line: value:
    if line == 0 then seq value null
    else if builtins.isList value then foldl' (self: x: seq (warm-force (line - 1) x) self) null value
    else if builtins.isAttrs value && !(value ? drvPath) then warm-force line (builtins.attrValues value)
    else seq value null;
in
warm-force 5 (genList warm-round 3)
`;
