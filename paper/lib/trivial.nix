# Functions that need next to nothing else: operators by name, warnings, what a function takes, numbers as texts.
{ lib }:
let
  # before Nix 2.23
  warnByTrace =
    let
      escape = builtins.fromJSON ''"\u001b"'';
      print =
        colour: text: builtins.trace "${escape}[1;${colour}mevaluation warning:${escape}[0m ${text}";
      isFatal = builtins.elem (builtins.getEnv "NIX_ABORT_ON_WARN") [
        "1"
        "true"
        "yes"
      ];
    in
    text: value:
    assert builtins.isString text;
    if isFatal then
      print "31" text (abort "NIX_ABORT_ON_WARN=true; warnings are treated as unrecoverable errors.")
    else
      print "35" text value;
in
rec {
  inherit (builtins)
    add
    bitAnd
    bitOr
    bitXor
    deepSeq
    genericClosure
    isBool
    isFloat
    isInt
    lessThan
    pathExists
    readFile
    seq
    sub
    ;

  id = value: value;
  const = value: _: value;
  pipe = builtins.foldl' (value: step: step value);
  flip =
    function: second: first:
    function first second;

  concat = left: right: left ++ right;
  mergeAttrs = left: right: left // right;
  "or" = left: right: left || right;
  and = left: right: left && right;
  # negated so that anything but a Boolean is refused
  xor = left: right: !left != !right;
  bitNot = builtins.sub (-1);
  min = left: right: if left < right then left else right;
  max = left: right: if left > right then left else right;
  mod = number: divisor: number - divisor * (builtins.div number divisor);

  boolToString = value: if value then "true" else "false";
  mapNullable = change: value: if value == null then null else change value;

  compare =
    left: right:
    if left < right then
      -1
    else if left > right then
      1
    else
      0;

  # Those that satisfy the condition come first.
  splitByAndCompare =
    isFirst: compareFirst: compareOthers: left: right:
    if isFirst left then
      if isFirst right then compareFirst left right else -1
    else if isFirst right then
      1
    else
      compareOthers left right;

  # Paper stands for the last state of the release, of which no revision is known: what compares versions finds it later than
  # any state before.
  inherit (lib.trivial.importJSON ./release.json) release versionSuffix;
  version = lib.trivial.release + lib.trivial.versionSuffix;
  codeName =
    (lib.trivial.importJSON ./release.json).codeName
      or (throw "unknown on paper: lib.trivial.codeName");
  revisionWithDefault = default: default;
  nixpkgsVersion = warn "lib.nixpkgsVersion is a deprecated alias of lib.version." version;

  oldestSupportedRelease = 2405;
  oldestSupportedReleaseIsAtLeast = wanted: wanted <= lib.trivial.oldestSupportedRelease;
  isInOldestRelease =
    warnIf (lib.oldestSupportedReleaseIsAtLeast 2411)
      "lib.isInOldestRelease is deprecated. Use lib.oldestSupportedReleaseIsAtLeast instead."
      lib.oldestSupportedReleaseIsAtLeast;

  inNixShell = builtins.getEnv "IN_NIX_SHELL" != "";
  inPureEvalMode = !(builtins ? currentSystem);

  importJSON = file: builtins.fromJSON (builtins.readFile file);
  importTOML = file: builtins.fromTOML (builtins.readFile file);

  warn = builtins.warn or warnByTrace;
  warnIf = condition: text: if condition then warn text else id;
  warnIfNot = condition: text: if condition then id else warn text;
  throwIf = condition: text: if condition then throw text else id;
  throwIfNot = condition: text: if condition then id else throw text;
  info = text: builtins.trace "INFO: ${text}";
  showWarnings = texts: result: lib.foldr warn result texts;

  checkListOfEnum =
    title: valid: given:
    let
      unexpected = lib.subtractLists valid given;
      enumerate = lib.concatMapStringsSep ", " toString;
    in
    throwIfNot (
      unexpected == [ ]
    ) "${title}: ${enumerate unexpected} unexpected; valid ones: ${enumerate valid}";

  # A functor that says what a function takes, where the function itself cannot say it.
  setFunctionArgs = function: args: {
    __functor = _: function;
    __functionArgs = args;
  };

  functionArgs =
    function:
    if function ? __functor then
      function.__functionArgs or (functionArgs (function.__functor function))
    else
      builtins.functionArgs function;

  isFunction =
    value: builtins.isFunction value || value ? __functor && isFunction (value.__functor value);

  mirrorFunctionArgs =
    like:
    let
      args = functionArgs like;
    in
    function: setFunctionArgs function args;

  toFunction = value: if isFunction value then value else _: value;

  # TOML knows such numbers, Nix does not.
  fromHexString = digits: (builtins.fromTOML "v=0x${lib.removePrefix "0x" (lib.toLower digits)}").v;

  toHexString =
    number:
    lib.concatMapStrings (digit: builtins.substring digit 1 "0123456789ABCDEF") (
      toBaseDigits 16 number
    );

  # the most significant one first
  toBaseDigits =
    base: number:
    let
      digitsBefore =
        known: left:
        if left < base then
          [ left ] ++ known
        else
          digitsBefore ([ (mod left base) ] ++ known) (left / base);
    in
    assert isInt base;
    assert isInt number;
    assert base >= 2;
    assert number >= 0;
    digitsBefore [ ] number;
}
