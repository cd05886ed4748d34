# A file or a directory of a place, as it was declared until 2025: for the machine, where what is said here gives way, or in
# the home of a user.
{
  lib,
  place,
  permissions,
  home ? null,
}:
let
  inherit (lib) mkDefault mkOption types;
  inherit (import ../lib.nix { inherit lib; }) concatPaths;

  option = type: default: mkOption { inherit type default; };
  required = type: mkOption { inherit type; };

  common = {
    persistentStoragePath = option types.path place.persistentStoragePath;
    home = option (types.nullOr types.path) null;
    enableDebugging = option types.bool place.enableDebugging;
  };
  permissionOptions = {
    user = required types.str;
    group = required types.str;
    mode = required types.str;
  };
  directoryOptions = {
    directory = required types.str;
    hideMount = option types.bool place.hideMounts;
    defaultPerms = permissionOptions;
    dirPath = required types.path;
  }
  // permissionOptions;

  weak = if home == null then mkDefault else lib.id;
  inHome = lib.optionalAttrs (home != null) { inherit home; };
  at =
    entry: path:
    if home == null then
      path
    else
      concatPaths [
        entry.home
        path
      ];
in
{
  file =
    { config, ... }:
    let
      directory = dirOf config.file;
    in
    {
      options = common // {
        file = required types.str;
        parentDirectory = common // directoryOptions;
        filePath = required types.path;
      };
      config = inHome // {
        filePath = weak (at config config.file);
        parentDirectory = lib.mkMerge [
          (mkDefault permissions)
          (weak {
            inherit directory;
            inherit (config) home persistentStoragePath;
            dirPath = at config directory;
            defaultPerms = permissions;
          })
        ];
      };
    };

  directory =
    { config, ... }:
    {
      options = common // directoryOptions;
      config =
        inHome
        // lib.mapAttrs (_: mkDefault) permissions
        // {
          defaultPerms = mkDefault permissions;
          dirPath = weak (at config config.directory);
        };
    };
}
