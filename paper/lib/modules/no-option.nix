# The error for something else than an option in the place of one.
{ lib }:
loc: kind: file:
let
  name = lib.strings.escapeNixIdentifier (lib.lists.last loc);
  path = lib.options.showOption loc;
  wrong = "In module ${file}: expected an option declaration at option path `${path}` but got an attribute set with type ${kind}";
  # The name alone could be that of anything.
  whole = if builtins.length loc > 1 then "\n    # ${path}" else "";
  remedy = ''
    When declaring an option, you must wrap the type in a `mkOption` call. It should look somewhat like:
        ${whole}
        ${name} = lib.mkOption {
          description = ...;
          type = <the type you wrote for ${name}>;
          ...
        };
  '';
in
throw (if kind == "option-type" then "${wrong}\n\n${remedy}" else wrong)
