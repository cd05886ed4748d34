# Packages that are made of other packages. On paper they depend on what they are made of, and hold none of it.
{ lib, make, ... }:
let
  made =
    kind: given:
    make {
      inherit kind;
      label = given.name;
      inherit (given) name;
      given = _: given;
    };
in
{
  symlinkJoin =
    given:
    made "symlinkJoin" (
      given
      // {
        name = given.name or "${given.pname}-${given.version}";
      }
    );

  buildEnv = lib.makeOverridable (given: made "buildEnv" given);

  linkFarm =
    name: entries:
    made "linkFarm" {
      inherit name;
      entries =
        if builtins.isList entries then
          builtins.listToAttrs (
            map (entry: {
              inherit (entry) name;
              value = entry.path;
            }) entries
          )
        else
          entries;
    };

  linkFarmFromDrvs = name: packages: made "linkFarmFromDrvs" { inherit name packages; };

  makeDesktopItem = lib.makeOverridable (
    given: made "makeDesktopItem" (given // { name = "${given.name}.desktop"; })
  );
}
