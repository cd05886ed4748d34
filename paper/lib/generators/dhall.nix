# Values of Dhall. Numbers are of its type Integer, never of Natural.
{ lib }:
{
  toDhall =
    { }:
    let
      items = lib.concatStringsSep ", ";
      show =
        value:
        {
          set = "{ ${items (lib.mapAttrsToList (name: each: "${name} = ${show each}") value)} }";
          list = "[ ${items (map show value)} ]";
          int = (if value < 0 then "" else "+") + toString value;
          bool = if value then "True" else "False";
          lambda = abort "generators.toDhall: cannot convert a function to Dhall";
          null = abort "generators.toDhall: cannot convert a null to Dhall";
        }
        .${builtins.typeOf value} or (builtins.toJSON value);
    in
    show;
}
