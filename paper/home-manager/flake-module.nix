{
  flake-parts-lib,
  lib,
  moduleLocation,
  ...
}:
let
  inherit (lib) mkOption types;
in
{
  options.flake = flake-parts-lib.mkSubmoduleOptions {
    homeConfigurations = mkOption {
      type = types.lazyAttrsOf types.raw;
      default = { };
    };
    homeModules = mkOption {
      type = types.lazyAttrsOf types.deferredModule;
      default = { };
      apply = lib.mapAttrs (
        name: module: {
          _class = "homeManager";
          _file = "${toString moduleLocation}#homeModules.${name}";
          imports = [ module ];
        }
      );
    };
  };
}
