# A function that makes a package from what it is given: a set, a function of what becomes of it, or something else. The
# package depends on all that it is given. Like those of nixpkgs it has an `override`, which changes nothing that is known.
{ lib, make, ... }:
let
  nameOf =
    default: said:
    said.name or (
      if said ? pname then
        "${said.pname}${if said ? version then "-${toString said.version}" else ""}"
      else
        default
    );

  isPlain = given: builtins.isAttrs given && !(given ? outPath || given ? __functor);

  builder =
    {
      label,
      name ? lib.last (lib.splitString "." label),
      usual ? { },
    }@what:
    {
      __functor =
        _: given:
        make {
          inherit label usual;
          kind = label;
          name = nameOf name;
          given =
            if lib.isFunction given then
              given
            else if isPlain given then
              _: given
            else
              _: { argument = given; };
          arguments = if isPlain given then given else { };
        };
      __functionArgs = { };
      override = _: builder what;
    };
in
builder
