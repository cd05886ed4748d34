# The options of one place that outlives a boot: for a machine, for one of its users, or in the user's own home.
{
  lib,
  name,
  config,
  user,
  group,
  homeDir,
  usersOpts ? false,
  ...
}:
let
  inherit (lib) mkDefault mkOption types;
  inherit (import ./lib.nix { inherit lib; }) concatPaths;

  option = type: default: mkOption { inherit type default; };
  required = type: mkOption { inherit type; };

  permissions = {
    mode = "0755";
    inherit user group;
  };
  permissionOptions = {
    user = required types.str;
    group = required (types.nullOr types.str);
    mode = required types.str;
  };

  common = {
    persistentStoragePath = option types.path config.persistentStoragePath;
    home = option (types.nullOr types.path) null;
    enableDebugging = option types.bool config.enableDebugging;
    assertions = option (types.listOf types.unspecified) [ ];
  };

  directoryOptions = permissionOptions // {
    directory = required types.str;
    hideMount = option types.bool config.hideMounts;
    allowTrash = option types.bool config.allowTrash;
    defaultPerms = permissionOptions;
    dirPath = required types.path;
  };

  inHome = lib.mkIf (homeDir != null) { home = homeDir; };
  rootOf = entry: if entry.home != null then entry.home else "/";

  file =
    { config, ... }:
    let
      directory = dirOf config.file;
    in
    {
      imports = [ inHome ];
      options = common // {
        file = required types.str;
        parentDirectory = common // directoryOptions;
        method = option (types.enum [
          "auto"
          "symlink"
        ]) "auto";
        filePath = required types.path;
      };
      config = {
        filePath = concatPaths [
          (rootOf config)
          config.file
        ];
        parentDirectory = lib.mkMerge [
          (mkDefault permissions)
          {
            inherit directory;
            inherit (config) home persistentStoragePath;
            defaultPerms = permissions;
            dirPath = concatPaths [
              (rootOf config)
              directory
            ];
          }
        ];
      };
    };

  directory =
    { config, ... }:
    {
      imports = [
        inHome
        (lib.mkRemovedOptionModule [ "method" ] ''
          ▹ persistence."${name}":
              As real bind mounts are now used instead of bindfs, changing the directory linking
              method is deprecated.
        '')
      ];
      options = common // directoryOptions;
      config = lib.mapAttrs (_: mkDefault) permissions // {
        defaultPerms = mkDefault permissions;
        dirPath = concatPaths [
          (rootOf config)
          config.directory
        ];
      };
    };

  listOf =
    attribute: entry:
    option (types.listOf (
      types.coercedTo types.str (path: { ${attribute} = path; }) (types.submodule entry)
    )) [ ];
in
{
  imports = import ./removed.nix { inherit lib name usersOpts; };

  options = {
    files = listOf "file" file;
    directories = listOf "directory" directory;
    assertions = option (types.listOf types.unspecified) [ ];
  }
  // lib.optionalAttrs (!usersOpts) {
    enable = option types.bool true;
    persistentStoragePath = option types.path name;
    hideMounts = option types.bool false;
    allowTrash = option types.bool false;
    enableDebugging = option types.bool false;
    enableWarnings = option types.bool true;
  };
}
