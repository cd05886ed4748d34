# What becomes of values, where it was seen by which rule.
{ lib }:
change:
if builtins.isList change then
  builtins.concatStringsSep (builtins.elemAt change 1)
else
  {
    same = value: value;
    singleton = value: [ value ];
    list = lib.toList;
    sorted = values: lib.unique (builtins.sort builtins.lessThan values);
    text = toString;
    keys =
      names:
      builtins.listToAttrs (
        map (name: {
          inherit name;
          value = true;
        }) names
      );
  }
  .${change}
