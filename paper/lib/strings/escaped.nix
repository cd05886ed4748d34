# Texts as other languages write them, and with the characters that are allowed somewhere.
{ lib }:
let
  inherit (builtins)
    isString
    match
    replaceStrings
    stringLength
    substring
    toJSON
    ;
  inherit (lib.strings) stringToCharacters;

  # Codes 32 to 126.
  printable = stringToCharacters (
    " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"
  );
  codes =
    builtins.listToAttrs (
      lib.imap0 (n: name: {
        inherit name;
        value = n + 32;
      }) printable
    )
    // {
      "\t" = 9;
      "\n" = 10;
      "\r" = 13;
    };
in
rec {
  charToInt = character: builtins.getAttr character codes;

  escape = characters: replaceStrings characters (map (each: "\\${each}") characters);

  escapeC =
    characters:
    replaceStrings characters (
      map (each: "\\x${toLower (lib.toHexString (charToInt each))}") characters
    );

  escapeURL =
    let
      unsafe = builtins.filter (each: match "[-A-Za-z0-9_.~]" each == null) (builtins.attrNames codes);
      quoted = each: "%${lib.fixedWidthString 2 "0" (lib.toHexString codes.${each})}";
    in
    replaceStrings unsafe (map quoted unsafe);

  escapeXML = replaceStrings [ "\"" "'" "<" ">" "&" ] [ "&quot;" "&apos;" "&lt;" "&gt;" "&amp;" ];

  escapeRegex = escape (stringToCharacters "\\[{()^$?*+|.");

  # The shell.

  escapeShellArg =
    value:
    let
      text = toString value;
    in
    if match "[[:alnum:],._+:@%/-]+" text == null then
      "'${replaceStrings [ "'" ] [ "'\\''" ] text}'"
    else
      text;

  escapeShellArgs = lib.concatMapStringsSep " " escapeShellArg;

  isValidPosixName = name: match "[a-zA-Z_][a-zA-Z0-9_]*" name != null;

  toShellVar =
    name: value:
    if !isValidPosixName name then
      throw "toShellVar: ${name} is not a valid shell variable name"
    else if builtins.isAttrs value && !lib.isStringLike value then
      let
        members = lib.mapAttrsToList (key: each: "[${escapeShellArg key}]=${escapeShellArg each}") value;
      in
      "declare -A ${name}=(${builtins.concatStringsSep " " members})"
    else if builtins.isList value then
      "declare -a ${name}=(${escapeShellArgs value})"
    else
      "${name}=${escapeShellArg value}";

  toShellVars = variables: builtins.concatStringsSep "\n" (lib.mapAttrsToList toShellVar variables);

  # Nix.

  escapeNixString = value: escape [ "$" ] (toJSON value);

  escapeNixIdentifier =
    name: if match "[a-zA-Z_][a-zA-Z0-9_'-]*" name == null then escapeNixString name else name;

  # Names in the store are short and of few characters, and do not begin with a dot.
  sanitizeDerivationName =
    let
      longest = 207;
      isValid =
        text: stringLength text <= longest && match "[[:alnum:]+_?=-][[:alnum:]+._?=-]*" text != null;
      withoutDots = text: builtins.head (match "\\.*(.*)" text);
      replaceInvalid =
        text:
        lib.concatMapStrings (part: if isString part then part else "-") (
          builtins.split "[^[:alnum:]+._?=-]+" text
        );
      endOf = text: substring (lib.max 0 (stringLength text - longest)) (-1) text;
    in
    name:
    let
      text = builtins.unsafeDiscardStringContext name;
      made = endOf (replaceInvalid (withoutDots text));
    in
    if isValid name then
      text
    else if made == "" then
      "unknown"
    else
      made;

  # Upper and lower case.

  lowerChars = stringToCharacters "abcdefghijklmnopqrstuvwxyz";
  upperChars = stringToCharacters "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  toLower = replaceStrings upperChars lowerChars;
  toUpper = replaceStrings lowerChars upperChars;

  replaceChars = lib.warn "lib.replaceChars is a deprecated alias of lib.replaceStrings." replaceStrings;
}
