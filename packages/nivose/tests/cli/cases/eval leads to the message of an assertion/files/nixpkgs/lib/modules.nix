module:
let
  failed = builtins.filter (each: !each.assertion) module.assertions;
in
if failed == [ ] then module else throw "\nFailed assertions:\n${toString (map (each: "- ${each.message}") failed)}"
