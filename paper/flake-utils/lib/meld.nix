# One flake of many: files that are functions of the same inputs to outputs, merged in depth.
inputs: files:
let
  merge =
    values:
    let
      first = builtins.head values;
      second = builtins.elemAt values 1;
      both = builtins.length values == 2 && builtins.isAttrs first && builtins.isAttrs second;
    in
    if both then
      builtins.zipAttrsWith (_: merge) values
    else
      builtins.elemAt values (builtins.length values - 1);
in
builtins.foldl' (
  sum: file:
  builtins.zipAttrsWith (_: merge) [
    sum
    (import file inputs)
  ]
) { } files
