# impermanence for NixOS until 2025: places know the homes of users, and directories are mounted as file systems.
{ config, lib, ... }:
let
  inherit (lib) mkOption types;
  inherit (config.users) users;
  inherit (import ../lib.nix { inherit lib; }) concatPaths;

  option = type: default: mkOption { inherit type default; };

  entries =
    given:
    let
      entry = import ./entry.nix ({ inherit lib; } // given);
      listOf =
        attribute:
        option (types.listOf (
          types.coercedTo types.str (path: { ${attribute} = path; }) (types.submodule entry.${attribute})
        )) [ ];
    in
    {
      files = listOf "file";
      directories = listOf "directory";
    };

  ofUser =
    place:
    { name, config, ... }:
    {
      options = {
        home = option types.path "/home/${name}";
      }
      // entries {
        inherit place;
        inherit (config) home;
        permissions = {
          mode = "0755";
          user = name;
          inherit (users.${name}) group;
        };
      };
    };

  place =
    { name, config, ... }:
    {
      options = {
        enable = option types.bool true;
        persistentStoragePath = option types.path name;
        users = option (types.attrsOf (types.submodule (ofUser config))) { };
        hideMounts = option types.bool false;
        enableDebugging = option types.bool false;
        enableWarnings = option types.bool true;
      }
      // entries {
        place = config;
        permissions = {
          mode = "0755";
          user = "root";
          group = "root";
        };
      };
      config = {
        files = lib.concatMap (user: user.files) (lib.attrValues config.users);
        directories = lib.concatMap (user: user.directories) (lib.attrValues config.users);
      };
    };

  places = lib.zipAttrsWith (_: lib.flatten) (
    lib.filter (each: each.enable) (lib.attrValues config.environment.persistence)
  );

  mounts = lib.listToAttrs (
    map (
      {
        dirPath,
        persistentStoragePath,
        hideMount,
        ...
      }:
      lib.nameValuePair
        (concatPaths [
          "/"
          dirPath
        ])
        {
          device = concatPaths [
            persistentStoragePath
            dirPath
          ];
          noCheck = true;
          options = [
            "bind"
            "X-fstrim.notrim"
          ]
          ++ lib.optional hideMount "x-gvfs-hide";
          depends = [ persistentStoragePath ];
        }
    ) places.directories
  );
in
{
  options = {
    environment.persistence = option (types.attrsOf (types.submodule place)) { };
    # That of virtual machines, if there is none.
    virtualisation.fileSystems = mkOption { };
  };

  config = lib.mkIf (places != { }) {
    fileSystems = lib.mkIf (places.directories != [ ]) mounts;
    virtualisation.fileSystems = lib.mkIf (places.directories != [ ]) mounts;
    assertions = import ./assertions.nix { inherit config lib places; };
  };
}
