# Checks for the output `checks`, made of what is known at evaluation. What failed is in the name.
systemOrPkgs:
let
  system = systemOrPkgs.system or systemOrPkgs;

  # A text as a part of the name of a derivation: only letters that are allowed, no dots at its beginning, and its last 207 letters.
  asName =
    value:
    let
      text = builtins.unsafeDiscardStringContext (toString value);
      undotted = builtins.head (builtins.match "\\.*(.*)" text);
      pieces = builtins.split "[^[:alnum:]+._?=-]+" undotted;
      allowed = builtins.concatStringsSep "" (
        map (piece: if builtins.isList piece then "-" else piece) pieces
      );
      extra = builtins.stringLength allowed - 207;
      last = builtins.substring (if extra > 0 then extra else 0) (-1) allowed;
    in
    if value == null then
      "null"
    else if last == "" then
      "?EMPTY?"
    else
      last;

  check =
    name: command:
    derivation {
      inherit system;
      name = asName name;
      builder = "/bin/sh";
      args = [
        "-c"
        command
      ];
    };
  passed = check "SUCCESS" "echo success > $out";
  failed = name: check "FAILURE__${name}" "exit 1";
in
{
  isEqual = a: b: if a == b then passed else failed "${asName a}__NOT_EQUAL__${asName b}";

  hasKey =
    set: key:
    if set ? ${asName key} then
      passed
    else
      failed "${asName key}__DOES_NOT_EXISTS_IN_ATTRSET_SIZE_${asName (builtins.length (builtins.attrNames set))}";
}
