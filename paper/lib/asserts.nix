# Conditions for `assert` that say what is wrong.
{ lib }:
let
  show = lib.generators.toPretty { };
in
rec {
  assertMsg = condition: text: condition || throw text;

  assertOneOf =
    name: value: valid:
    assertMsg (builtins.elem value valid) "${name} must be one of ${show valid}, but is: ${show value}";

  assertEachOneOf =
    name: values: valid:
    assertMsg (builtins.all (
      value: builtins.elem value valid
    ) values) "each element in ${name} must be one of ${show valid}, but is: ${show values}";
}
