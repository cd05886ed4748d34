{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkOption types;
  inherit (config) home;
  places = lib.catAttrs "persistentStoragePath" (lib.attrValues home.persistence);
in
{
  options.home = {
    persistence = mkOption {
      type = types.attrsOf (
        types.submodule (
          { name, config, ... }:
          import ./submodule-options.nix {
            inherit lib name config;
            user = home.username;
            group = null;
            homeDir = home.homeDirectory;
          }
        )
      );
      default = { };
    };
    _nixosModuleImported = mkOption {
      type = types.bool;
      default = false;
      internal = true;
    };
  };

  config.assertions = [
    {
      assertion = !lib.any (lib.hasInfix home.homeDirectory) places;
      message = ''
        home.persistence: persistentStoragePath contains home directory path!

          The API has changed - the persistent storage path should no longer
          contain the path to the user's home directory, as it will be added
          automatically.
      '';
    }
  ];
}
