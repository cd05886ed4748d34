# Sets of attributes.
{ lib }:
let
  inherit (builtins)
    concatMap
    concatStringsSep
    elemAt
    filter
    head
    length
    ;

  # Goes down a path: either the value at its end, or how many names of it are there.
  follow =
    found: missing: path: from:
    let
      depth = length path;
      step =
        count: value:
        if count == depth then
          found value
        else
          let
            name = elemAt path count;
          in
          if value ? ${name} then step (count + 1) value.${name} else missing count;
    in
    step 0 from;
in
rec {
  inherit (builtins)
    attrNames
    attrValues
    catAttrs
    getAttr
    hasAttr
    intersectAttrs
    isAttrs
    listToAttrs
    mapAttrs
    removeAttrs
    ;

  # By path.

  # Asked for most often, so it goes down by itself.
  attrByPath =
    path: default: set:
    let
      depth = length path;
      step =
        count: value:
        if count == depth then
          value
        else if value ? ${elemAt path count} then
          step (count + 1) value.${elemAt path count}
        else
          default;
    in
    step 0 set;

  hasAttrByPath = follow (_: true) (_: false);

  longestValidPathPrefix = path: follow (_: path) (count: lib.take count path) path;

  getAttrFromPath =
    path: follow lib.id (_: abort "cannot find attribute `${concatStringsSep "." path}'") path;

  setAttrByPath = path: value: lib.foldr (name: inner: { ${name} = inner; }) value path;

  showAttrPath =
    path:
    if path == [ ] then
      "<root attribute path>"
    else
      lib.concatMapStringsSep "." lib.strings.escapeNixIdentifier path;

  updateManyAttrsByPath =
    let
      # What is there is a list of one value, or of none.
      update =
        depth: there: updates:
        let
          sorted = builtins.partition (each: length each.path == depth) updates;
          here = sorted.right;
          below = sorted.wrong;
          value = head there;
          updated =
            inner:
            mapAttrs (name: update (depth + 1) (inner name)) (
              builtins.groupBy (each: elemAt each.path depth) below
            );
          base =
            if below == [ ] then
              if there == [ ] then
                throw "updateManyAttrsByPath: Path '${showAttrPath (head here).path}' does not exist in the given value, but the first update to this path tries to access the existing value."
              else
                value
            else if there == [ ] then
              updated (_: [ ])
            else if isAttrs value then
              value // updated (name: if value ? ${name} then [ value.${name} ] else [ ])
            else
              let
                inherit (head below) path;
              in
              throw "updateManyAttrsByPath: Path '${showAttrPath path}' needs to be updated, but path '${showAttrPath (lib.take depth path)}' of the given value is not an attribute set, so we can't update an attribute inside of it.";
        in
        lib.foldl (current: each: each.update current) base here;
    in
    updates: value: update 0 [ value ] updates;

  # By names.

  nameValuePair = name: value: { inherit name value; };

  genAttrs =
    names: make:
    listToAttrs (
      map (name: {
        inherit name;
        value = make name;
      }) names
    );

  getAttrs = names: set: genAttrs names (name: set.${name});

  attrVals = names: set: map (name: set.${name}) names;

  filterAttrs = keeps: set: removeAttrs set (filter (name: !keeps name set.${name}) (attrNames set));

  filterAttrsRecursive =
    keeps: set:
    mapAttrs (_: value: if isAttrs value then filterAttrsRecursive keeps value else value) (
      filterAttrs keeps set
    );

  optionalAttrs = condition: set: if condition then set else { };

  overrideExisting = old: new: mapAttrs (name: value: new.${name} or value) old;

  # One by one.

  mapAttrs' = change: set: listToAttrs (attrValues (mapAttrs change set));

  mapAttrsToList = change: set: attrValues (mapAttrs change set);

  attrsToList = mapAttrsToList nameValuePair;

  concatMapAttrs = change: set: { } // mergeAttrsList (attrValues (mapAttrs change set));

  foldlAttrs =
    combine: start: set:
    lib.foldl' (result: name: combine result name set.${name}) start (attrNames set);

  foldAttrs = combine: start: zipAttrsWith (_: lib.foldr combine start);

  collect =
    isWanted: value:
    if isWanted value then
      [ value ]
    else if isAttrs value then
      concatMap (collect isWanted) (attrValues value)
    else
      [ ];

  mapAttrsRecursive = mapAttrsRecursiveCond (_: true);

  mapAttrsRecursiveCond =
    goesInto: change:
    let
      below =
        path:
        mapAttrs (
          name: value:
          let
            here = path ++ [ name ];
          in
          if isAttrs value && goesInto value then below here value else change here value
        );
    in
    below [ ];

  cartesianProduct =
    lists:
    lib.foldr (
      name: rows: concatMap (value: map (row: row // { ${name} = value; }) rows) lists.${name}
    ) [ { } ] (attrNames lists);

  mapCartesianProduct = change: lists: map change (cartesianProduct lists);

  # Several sets.

  zipAttrsWith = builtins.zipAttrsWith;

  zipAttrsWithNames =
    names: combine: sets:
    listToAttrs (
      map (name: {
        inherit name;
        value = combine name (catAttrs name sets);
      }) names
    );

  zipAttrs = zipAttrsWith (_: values: values);

  # Halves of a list are merged first, because a merge copies both sides.
  mergeAttrsList =
    sets:
    let
      between =
        start: count:
        let
          half = count / 2;
        in
        if count == 1 then
          elemAt sets start
        else
          between start half // between (start + half) (count - half);
    in
    if sets == [ ] then { } else between 0 (length sets);

  # The right set is looked at first, as it is there: it decides which error there is if both are none.

  recursiveUpdateUntil =
    isEnd:
    let
      update =
        path: left: right:
        let
          change =
            name: value:
            let
              here = path ++ [ name ];
            in
            if !(left ? ${name}) || isEnd here left.${name} value then
              value
            else
              update here left.${name} value;
          changes = mapAttrs change right;
        in
        builtins.seq changes (left // changes);
    in
    update [ ];

  recursiveUpdate =
    left: right:
    let
      change =
        name: value:
        if left ? ${name} && isAttrs left.${name} && isAttrs value then
          recursiveUpdate left.${name} value
        else
          value;
      changes = mapAttrs change right;
    in
    builtins.seq changes (left // changes);

  matchAttrs =
    pattern: set:
    assert isAttrs pattern;
    builtins.all (
      name:
      set ? ${name}
      && (
        if isAttrs pattern.${name} then
          isAttrs set.${name} && matchAttrs pattern.${name} set.${name}
        else
          pattern.${name} == set.${name}
      )
    ) (attrNames pattern);

  unionOfDisjoint =
    left: right:
    let
      both = intersectAttrs left right;
      names = concatStringsSep " " (attrNames both);
    in
    left
    // right
    // mapAttrs (name: _: throw "unionOfDisjoint: collision on ${name}; complete list: ${names}") both;

  # Derivations and their outputs.

  isDerivation = value: value.type or null == "derivation";

  toDerivation =
    path:
    let
      outPath = builtins.storePath path;
      self = {
        type = "derivation";
        # behind the hash and its hyphen
        name = lib.strings.sanitizeDerivationName (builtins.substring 33 (-1) (baseNameOf outPath));
        inherit outPath;
        outputs = [ "out" ];
        out = self;
        outputName = "out";
      };
    in
    self;

  getOutput =
    output: package:
    if package ? outputSpecified && package.outputSpecified then
      package
    else
      package.${output} or package.out or package;

  getFirstOutput =
    outputs: package:
    let
      present = filter (output: hasAttr output package) outputs;
    in
    if package.outputSpecified or false || present == [ ] then package else package.${head present};

  getBin = getOutput "bin";
  getLib = getOutput "lib";
  getDev = getOutput "dev";
  getMan = getOutput "man";
  getStatic = getFirstOutput [
    "static"
    "lib"
    "out"
  ];
  getInclude = getFirstOutput [
    "include"
    "dev"
    "out"
  ];
  chooseDevOutputs = map getDev;

  recurseIntoAttrs = set: set // { recurseForDerivations = true; };
  dontRecurseIntoAttrs = set: set // { recurseForDerivations = false; };

  # Old names.

  zipWithNames = lib.warn "lib.zipWithNames is a deprecated alias of lib.zipAttrsWithNames." zipAttrsWithNames;
  zip = lib.warn "lib.zip is a deprecated alias of lib.zipAttrsWith." zipAttrsWith;
  cartesianProductOfSets =
    lib.warnIf (lib.oldestSupportedReleaseIsAtLeast 2405)
      "lib.cartesianProductOfSets is a deprecated alias of lib.cartesianProduct."
      cartesianProduct;
}
