# What is in a text: its beginning, its end, its characters, its pieces.
{ lib }:
let
  inherit (builtins)
    hasContext
    isPath
    isString
    match
    replaceStrings
    stringLength
    substring
    ;

  # A path in the place of a text is copied into the store, which is hardly what was meant.
  warnOfPath =
    name: consequence: path: end:
    lib.warn (
      "lib.strings.${name}: The first argument (${toString path}) is a path value, but only strings are supported.\n"
      + "    There is almost certainly a bug in the calling code, since this function ${consequence} in such a case.\n"
      + "    This function also copies the path to the Nix store, which may not be what you want.\n"
      + "    This behavior is deprecated and will throw an error in the future.${end}"
    );
  warnOfPathIn =
    name: consequence: value:
    if isPath value then warnOfPath name consequence value "" else lib.id;

  startsWith = beginning: text: substring 0 (stringLength beginning) text == beginning;

  # How many characters both texts have in common, `at` says where the n-th one is.
  commonLength =
    at: left: right:
    let
      shorter = lib.min (stringLength left) (stringLength right);
      differsAt = n: substring (at left n) 1 left != substring (at right n) 1 right;
    in
    lib.lists.findFirstIndex differsAt shorter (builtins.genList lib.id shorter);
in
rec {
  hasPrefix =
    beginning: text:
    if isPath beginning then
      warnOfPath "hasPrefix" "always returns `false`" beginning
        "\n    You might want to use `lib.path.hasPrefix` instead, which correctly supports paths."
        (startsWith beginning text)
    else
      startsWith beginning text;

  hasSuffix =
    end: text:
    let
      before = stringLength text - stringLength end;
    in
    warnOfPathIn "hasSuffix" "always returns `false`" end (
      before >= 0 && substring before (-1) text == end
    );

  # A text is not the same with something put into every place where the piece is. Regular expressions, by which it could be
  # found as well, must not have a context.
  hasInfix =
    piece: text:
    let
      whole = "${text}";
    in
    warnOfPathIn "hasInfix" "always returns `false`" piece (
      if hasContext piece then
        match piece whole != null
      else
        replaceStrings [ piece ] [ "${piece}." ] whole != whole
    );

  removePrefix =
    beginning: text:
    warnOfPathIn "removePrefix" "never removes any prefix" beginning (
      if startsWith beginning text then substring (stringLength beginning) (-1) text else text
    );

  removeSuffix =
    end: text:
    let
      before = stringLength text - stringLength end;
    in
    warnOfPathIn "removeSuffix" "never removes any suffix" end (
      if before >= 0 && substring before (-1) text == end then substring 0 before text else text
    );

  commonPrefixLength = commonLength (_: n: n);
  commonSuffixLength = commonLength (text: n: stringLength text - n - 1);

  stringToCharacters = text: builtins.genList (n: substring n 1 text) (stringLength text);

  stringAsChars = change: text: lib.concatMapStrings change (stringToCharacters text);

  addContextFrom = from: text: substring 0 0 from + text;

  # The builtin gives pieces without the context.
  splitString =
    between: text:
    let
      pieces = builtins.filter isString (
        builtins.split (lib.escapeRegex (toString between)) (toString text)
      );
    in
    builtins.seq pieces (
      if isString text && !hasContext text then pieces else map (addContextFrom text) pieces
    );

  trim = trimWith {
    start = true;
    end = true;
  };

  trimWith =
    {
      start ? false,
      end ? false,
    }:
    let
      blanks = "[ \t\r\n]*";
      pattern = lib.optionalString start blanks + (if end then "(.*[^ \t\r\n])${blanks}" else "(.*)");
    in
    text:
    let
      # nothing matches if there are only blanks
      found = match pattern text;
    in
    if found == null then "" else builtins.head found;

  normalizePath =
    text:
    let
      pieces = builtins.filter isString (builtins.split "/+" "${text}");
      warned =
        if isPath text then
          lib.warn (
            "lib.strings.normalizePath: The argument (${toString text}) is a path value, but only strings are supported.\n"
            + "    Path values are always normalised in Nix, so there's no need to call this function on them.\n"
            + "    This function also copies the path to the Nix store and returns the store path, the same as \"\${path}\" will, which may not be what you want.\n"
            + "    This behavior is deprecated and will throw an error in the future."
          )
        else
          lib.id;
    in
    warned (addContextFrom text (builtins.concatStringsSep "/" pieces));

  fileContents = file: removeSuffix "\n" (builtins.readFile file);

  readPathsFromFile = lib.warn "lib.readPathsFromFile is deprecated, use a list instead." (
    folder: file:
    map (line: folder + "/${line}") (
      builtins.filter (line: line != "" && !hasPrefix "#" line) (
        splitString "\n" (builtins.readFile file)
      )
    )
  );
}
