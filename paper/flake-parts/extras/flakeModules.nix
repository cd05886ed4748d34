# Modules of flake-parts that the flake offers; `flakeModule` is the default one.
{
  lib,
  flake-parts-lib,
  moduleLocation,
  ...
}:
let
  inherit (lib) mkOption types;

  named =
    name: module:
    let
      place = "${toString moduleLocation}#flakeModules.${name}";
    in
    {
      _class = "flake";
      _file = place;
      key = place;
      imports = [ module ];
    };

  offered = {
    options.flakeModules = mkOption {
      type = types.lazyAttrsOf types.deferredModule;
      default = { };
      apply = lib.mapAttrs named;
    };
  };
  default = flake-parts-lib.mkAliasOptionModule [ "flakeModule" ] [ "flakeModules" "default" ];
in
{
  options.flake = mkOption {
    type = types.submoduleWith {
      modules = [
        offered
        default
      ];
    };
  };
}
