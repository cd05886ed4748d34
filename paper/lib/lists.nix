# Lists.
{ lib }:
let
  # What follows the beginning that both lists have in common decides.
  compareFrom =
    index: compare: left: right:
    let
      atEnd = list: if index == 0 then list == [ ] else index == builtins.length list;
      result = compare (builtins.elemAt left index) (builtins.elemAt right index);
    in
    if atEnd left then
      if atEnd right then 0 else -1
    else if atEnd right then
      1
    else if result == 0 then
      compareFrom (index + 1) compare left right
    else
      result;

  indices = list: builtins.genList lib.id (builtins.length list);
in
rec {
  inherit (builtins)
    all
    any
    concatLists
    concatMap
    elem
    elemAt
    filter
    genList
    groupBy
    head
    isList
    length
    map
    partition
    sort
    tail
    ;

  # Making lists.

  singleton = value: [ value ];
  toList = value: if isList value then value else [ value ];
  optional = condition: value: if condition then [ value ] else [ ];
  optionals = condition: values: if condition then values else [ ];
  range = first: last: if first > last then [ ] else genList (n: first + n) (last - first + 1);
  replicate = count: value: genList (_: value) count;
  flatten = value: if isList value then concatMap flatten value else [ value ];

  # Folding. From the right, and from the left without a need for what is before.

  foldr =
    combine: end: list:
    let
      count = length list;
      from = n: if n == count then end else combine (elemAt list n) (from (n + 1));
    in
    from 0;

  fold = foldr;

  foldl =
    combine: start: list:
    let
      before = n: if n == 0 then start else combine (before (n - 1)) (elemAt list (n - 1));
    in
    before (length list);

  # The builtin evaluates all that is in between, but not the start of an empty list.
  foldl' = combine: start: builtins.seq start (builtins.foldl' combine start);

  groupBy' =
    combine: start: key: list:
    builtins.mapAttrs (_: foldl combine start) (groupBy key list);

  # One by one.

  forEach = list: change: map change list;
  imap0 = change: list: genList (n: change n (elemAt list n)) (length list);
  imap1 = change: list: genList (n: change (n + 1) (elemAt list n)) (length list);

  zipListsWith =
    combine: left: right:
    genList (n: combine (elemAt left n) (elemAt right n)) (lib.min (length left) (length right));

  zipLists = zipListsWith (fst: snd: { inherit fst snd; });

  crossLists =
    lib.warn
      ''
        lib.crossLists is deprecated, use lib.mapCartesianProduct instead.

        For example, the following function call:

        nix-repl> lib.crossLists (x: y: x+y) [[1 2] [3 4]]
        [ 4 5 5 6 ]

        Can now be replaced by the following one:

        nix-repl> lib.mapCartesianProduct ({x,y}: x+y) { x = [1 2]; y = [3 4]; }
        [ 4 5 5 6 ]
      ''
      (
        combine: foldl (functions: values: concatMap (function: map function values) functions) [ combine ]
      );

  # Looking for something.

  # Every index leads to the next one until the right one is reached: that needs no stack and looks at nothing behind.
  findFirstIndex =
    isWanted: default: list:
    let
      count = length list;
      visited = builtins.genericClosure {
        startSet = [ { key = 0; } ];
        operator =
          { key }:
          if key == count || isWanted (elemAt list key) then [ ] else [ { key = key + 1; } ];
      };
      index = length visited - 1;
    in
    if index == count then default else index;

  findFirst =
    isWanted: default: list:
    let
      index = findFirstIndex isWanted null list;
    in
    if index == null then default else elemAt list index;

  findSingle =
    isWanted: none: several: list:
    let
      found = filter isWanted list;
    in
    if found == [ ] then
      none
    else if length found == 1 then
      head found
    else
      several;

  count = isWanted: list: length (filter isWanted list);

  remove = value: filter (each: each != value);

  ifilter0 =
    keeps: list: map (elemAt list) (filter (index: keeps index (elemAt list index)) (indices list));

  # Parts.

  sublist =
    start: count: list:
    let
      whole = length list;
      left = whole - start;
      wanted =
        if start >= whole then
          0
        else if count > left then
          left
        else
          count;
    in
    genList (n: elemAt list (start + n)) wanted;

  take = sublist 0;
  drop = count: list: sublist count (length list) list;

  last =
    list:
    assert lib.assertMsg (list != [ ]) "lists.last: list must not be empty!";
    elemAt list (length list - 1);

  init =
    list:
    assert lib.assertMsg (list != [ ]) "lists.init: list must not be empty!";
    take (length list - 1) list;

  hasPrefix = beginning: list: take (length beginning) list == beginning;

  removePrefix =
    beginning: list:
    if hasPrefix beginning list then
      drop (length beginning) list
    else
      throw "lib.lists.removePrefix: First argument is not a list prefix of the second argument";

  commonPrefix =
    left: right:
    let
      differences = zipListsWith (one: other: one != other) left right;
    in
    take (findFirstIndex lib.id (length differences) differences) left;

  # Order.

  reverseList =
    list:
    let
      last = length list - 1;
    in
    genList (n: elemAt list (last - n)) (last + 1);

  sortOn =
    keyOf: list:
    let
      keyed = map (value: {
        key = keyOf value;
        inherit value;
      }) list;
    in
    map (each: each.value) (sort (left: right: left.key < right.key) keyed);

  compareLists = compareFrom 0;

  # Numbers within texts are compared as numbers. Texts and numbers alternate, so that a text never meets a number.
  naturalSort =
    let
      parts =
        text:
        map (part: if isList part then lib.toInt (head part) else part) (
          builtins.split "(0|[1-9][0-9]*)" text
        );
      keyed = map (value: {
        key = parts value;
        inherit value;
      });
      isBefore = left: right: compareLists lib.compare left.key right.key < 0;
    in
    list: map (each: each.value) (sort isBefore (keyed list));

  # From the first one to one that nothing is before.
  listDfs =
    stopsAtCycles: before: list:
    let
      search =
        current: visited: rest:
        let
          loops = filter (each: before each current) visited;
          sorted = partition (each: before each current) rest;
        in
        if stopsAtCycles && loops != [ ] then
          {
            cycle = current;
            inherit loops visited rest;
          }
        else if sorted.right == [ ] then
          {
            minimal = current;
            inherit visited rest;
          }
        else
          search (head sorted.right) ([ current ] ++ visited) (tail sorted.right ++ sorted.wrong);
    in
    search (head list) [ ] (tail list);

  toposort =
    before: list:
    let
      first = listDfs true before list;
      others = toposort before (first.visited ++ first.rest);
    in
    if length list < 2 then
      { result = list; }
    else if first ? cycle then
      {
        cycle = reverseList ([ first.cycle ] ++ first.visited);
        inherit (first) loops;
      }
    else if others ? cycle then
      others
    else
      { result = [ first.minimal ] ++ others.result; };

  # As sets.

  unique = foldl' (known: each: if elem each known then known else known ++ [ each ]) [ ];
  allUnique = list: length (unique list) == length list;
  intersectLists = wanted: filter (each: elem each wanted);
  subtractLists = unwanted: filter (each: !elem each unwanted);
  mutuallyExclusive = left: right: length left == 0 || !any (each: elem each left) right;
}
