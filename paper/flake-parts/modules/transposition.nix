# Outputs have the system below their name, `perSystem` has it above: this module turns one into the other, and for other
# flakes back again.
{ config, lib, ... }:
let
  inherit (lib) mapAttrs mkOption types;
  inherit (lib.strings) escapeNixIdentifier;

  names = config.transposition;

  missing =
    flake: name: system:
    let
      wanted = "${escapeNixIdentifier name}.${escapeNixIdentifier system}";
      place =
        if flake._type or null == "flake" then
          toString flake.outPath
        else
          throw "An attempt was made to access attribute ${wanted} on a value that's supposed to be a flake, but may not be a proper flake.";
    in
    throw (
      if flake ? ${name} then
        ''
          Attempt to access ${wanted} of flake ${place}, but it does not have it.
          It has ${escapeNixIdentifier name}, but not for the system ${escapeNixIdentifier system}.
        ''
      else
        ''
          Attempt to access ${wanted} of flake ${place}, but it does not have attribute ${escapeNixIdentifier name}.${
            lib.optionalString (
              name == "packages" && flake ? legacyPackages
            ) "\nIt does define legacyPackages; try that instead?"
          }
        ''
    );
in
{
  options.transposition = mkOption {
    type = types.lazyAttrsOf (
      types.submodule {
        # Declares the option of `perSystem`, too, for those who do not care how definitions are merged.
        options.adHoc = mkOption {
          type = types.bool;
          default = false;
        };
      }
    );
  };

  config = {
    flake = mapAttrs (
      name: _:
      mapAttrs (
        _: parts:
        parts.${name}
          or (abort "Could not find option ${name} in the perSystem module. It must be declared there because transposition.${name} is defined.")
      ) config.allSystems
    ) names;

    perInput =
      system: flake: mapAttrs (name: _: flake.${name}.${system} or (missing flake name system)) names;

    perSystem.options = mapAttrs (_: _: mkOption { }) (lib.filterAttrs (_: given: given.adHoc) names);
  };
}
