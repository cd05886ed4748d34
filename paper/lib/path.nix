# Paths and their parts, without text that pretends to be a path.
{ lib }:
let
  inherit (builtins)
    elemAt
    isPath
    length
    typeOf
    ;
  inherit (lib) assertMsg concatStringsSep;

  # why a text is no path below a folder, or null
  objectionTo =
    text:
    if !builtins.isString text then
      "The given value is of type ${typeOf text}, but a string was expected"
    else if text == "" then
      "The given string is empty"
    else if builtins.substring 0 1 text == "/" then
      "The given string \"${text}\" starts with a `/`, representing an absolute path"
    else if builtins.match "(.*/)?\\.\\.(/.*)?" text != null then
      "The given string \"${text}\" contains a `..` component, which is not allowed in subpaths"
    else
      null;

  isValid = text: objectionTo text == null;

  # Only the first and the last part can be empty or a dot: the separators take all others.
  partsOf =
    text:
    let
      parts = builtins.filter builtins.isString (builtins.split "/+(\\./+)*" text);
      isNothing = part: part == "." || part == "";
      withoutStart = if builtins.head parts == "." then builtins.tail parts else parts;
    in
    if withoutStart != [ ] && isNothing (lib.last withoutStart) then
      lib.init withoutStart
    else
      withoutStart;

  joined = parts: if parts == [ ] then "./." else "./${concatStringsSep "/" parts}";

  # a path as its file system's root and the names that lead from there to it
  takeApart =
    let
      climb =
        path: below:
        let
          parent = dirOf path;
        in
        if parent == path then
          {
            root = path;
            parts = below;
          }
        else
          climb parent ([ (baseNameOf path) ] ++ below);
    in
    path: climb path [ ];

  startsWith = start: parts: lib.take (length start) parts == start;

  storeParts = partsOf ("./" + builtins.storeDir);
  isInStore =
    parts:
    startsWith storeParts parts
    && length parts > length storeParts
    && builtins.match ".{32}-.+" (elemAt parts (length storeParts)) != null;

  demandPath =
    who: which: end: path:
    assertMsg (isPath path) "lib.path.${who}: ${which} is of type ${typeOf path}, but a path was expected${end}";

  # Both paths in parts, for what can only be asked of paths with the same root.
  compare =
    who: end: answer: first:
    assert demandPath who "First argument" end first;
    let
      a = takeApart first;
    in
    second:
    assert demandPath who "Second argument" end second;
    let
      b = takeApart second;
    in
    assert assertMsg (a.root == b.root) ''
      lib.path.${who}: Filesystem roots must be the same for both paths, but paths with different roots were given:
          first argument: "${toString first}" with root "${toString a.root}"
          second argument: "${toString second}" with root "${toString b.root}"'';
    answer a.parts b.parts first second;
in
{
  append =
    path: subpath:
    assert demandPath "append" "The first argument" "" path;
    assert assertMsg (isValid subpath) ''
      lib.path.append: Second argument is not a valid subpath string:
          ${objectionTo subpath}'';
    path + ("/" + subpath);

  hasPrefix = compare "hasPrefix" "" (
    start: parts: _: _:
    startsWith start parts
  );

  removePrefix = compare "removePrefix" "." (
    start: parts: first: second:
    if startsWith start parts then
      joined (lib.drop (length start) parts)
    else
      throw ''lib.path.removePrefix: The first path argument "${toString first}" is not a component-wise prefix of the second path argument "${toString second}".''
  );

  splitRoot =
    path:
    let
      parts = takeApart path;
    in
    assert demandPath "splitRoot" "Argument" "" path;
    {
      inherit (parts) root;
      subpath = joined parts.parts;
    };

  hasStorePathPrefix =
    path:
    let
      parts = takeApart path;
    in
    assert demandPath "hasStorePathPrefix" "Argument" "" path;
    assert assertMsg (parts.root == /. && toString parts.root == "/")
      "lib.path.hasStorePathPrefix: Argument has a filesystem root (${toString parts.root}) that's not /, which is currently not supported.";
    isInStore parts.parts;

  subpath = {
    inherit isValid;

    join =
      texts:
      let
        demand =
          index: text:
          if isValid text then
            partsOf text
          else
            throw ''
              lib.path.subpath.join: Element at index ${toString index} is not a valid subpath string:
                  ${objectionTo text}'';
      in
      joined (builtins.concatLists (lib.imap0 demand texts));

    components =
      text:
      assert assertMsg (isValid text) ''
        lib.path.subpath.components: Argument is not a valid subpath string:
            ${objectionTo text}'';
      partsOf text;

    normalise =
      text:
      assert assertMsg (isValid text) ''
        lib.path.subpath.normalise: Argument is not a valid subpath string:
            ${objectionTo text}'';
      joined (partsOf text);
  };
}
