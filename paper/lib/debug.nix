# Printing what there is, and tests.
{ lib }:
let
  inherit (builtins)
    attrNames
    concatMap
    deepSeq
    elem
    isAttrs
    isList
    substring
    trace
    ;

  printedAs = text: value: {
    __pretty = _: text;
    val = value;
  };

  # What is deeper is left out.
  cut =
    depth: value:
    let
      inner = cut (depth - 1);
      isEnd = depth == 0;
    in
    if isEnd && isList value then
      printedAs "[…]" value
    else if isEnd && isAttrs value then
      printedAs "{…}" value
    else if isList value then
      map inner value
    else if isAttrs value then
      builtins.mapAttrs (_: inner) value
    else
      value;
in
rec {
  traceIf =
    condition: text: value:
    if condition then trace text value else value;

  traceVal = traceValFn lib.id;
  traceValFn = change: value: trace (change value) value;

  traceSeq = shown: trace (deepSeq shown shown);
  traceValSeq = traceValSeqFn lib.id;
  traceValSeqFn = change: value: traceValFn change (deepSeq value value);

  traceSeqN =
    depth: shown: trace (lib.generators.toPretty { allowPrettyValues = true; } (cut depth shown));
  traceValSeqN = traceValSeqNFn lib.id;
  traceValSeqNFn =
    change: depth: value:
    traceSeqN depth (change value) value;

  traceFnSeqN =
    depth: name: function: from:
    let
      to = function from;
    in
    lib.traceSeqN (depth + 1) {
      fn = name;
      inherit from to;
    } to;

  # The tests that fail. If the names of some are listed in `tests`, only those are run.
  runTests =
    tests:
    let
      listed = tests.tests or [ ];
      isRun = name: if listed == [ ] then substring 0 4 name == "test" else elem name listed;
      run =
        name:
        let
          inherit (tests.${name}) expr expected;
        in
        if isRun name && expr != expected then
          [
            {
              inherit name expected;
              result = expr;
            }
          ]
        else
          [ ];
    in
    concatMap run (attrNames tests);

  testAllTrue = expr: {
    inherit expr;
    expected = map (_: true) expr;
  };
}
