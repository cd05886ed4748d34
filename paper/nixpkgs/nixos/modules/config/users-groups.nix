# Users and groups that every system has, what an account gets if nothing else is said, and what NixOS refuses.
{ lib, config, ... }:
let
  inherit (lib)
    mkDefault
    mkIf
    mkOption
    types
    ;
  cfg = config.users;

  account =
    { name, config, ... }:
    {
      config = lib.mkMerge [
        {
          name = mkDefault name;
          shell = mkIf config.useDefaultShell (mkDefault cfg.defaultUserShell);
        }
        (mkIf config.isNormalUser {
          group = mkDefault "users";
          createHome = mkDefault true;
          home = mkDefault "/home/${config.name}";
          homeMode = mkDefault "700";
          useDefaultShell = mkDefault true;
          isSystemUser = mkDefault false;
        })
        (mkIf (!cfg.mutableUsers && config.initialPassword != null) {
          password = mkDefault config.initialPassword;
        })
        (mkIf (!cfg.mutableUsers && config.initialHashedPassword != null) {
          hashedPassword = mkDefault config.initialHashedPassword;
        })
        (mkIf (config.isNormalUser && config.subUidRanges == [ ] && config.subGidRanges == [ ]) {
          autoSubUidGidRange = mkDefault true;
        })
      ];
    };

  group =
    { name, config, ... }:
    {
      config = {
        name = mkDefault name;
        members = map (user: user.name) (
          builtins.filter (user: builtins.elem config.name user.extraGroups) (builtins.attrValues cfg.users)
        );
      };
    };

  builders =
    lib.genAttrs (map (nr: "nixbld${toString nr}") (lib.range 1 config.nix.nrBuildUsers))
      (name: {
        uid = 30000 + lib.toInt (lib.removePrefix "nixbld" name);
        description = "Nix build user ${lib.removePrefix "nixbld" name}";
        isSystemUser = true;
        group = "nixbld";
        extraGroups = [ "nixbld" ];
      });

  # The groups of the base system that have a number of their own.
  groups = {
    root = 0;
    wheel = 1;
    kmem = 2;
    tty = 3;
    uucp = 19;
    lp = 20;
    cdrom = 24;
    tape = 25;
    video = 26;
    dialout = 27;
    audio = 17;
    floppy = 18;
    disk = 6;
    utmp = 29;
    adm = 55;
    users = 100;
    input = 174;
    sgx = 304;
    kvm = 302;
    render = 303;
    shadow = 318;
    nixbld = 30000;
    nogroup = 65534;
  };
in
{
  options.users = {
    users = mkOption { type = types.attrsOf (types.submodule account); };
    groups = mkOption { type = types.attrsOf (types.submodule group); };
  };

  config.users = {
    users = lib.mkMerge [
      {
        root = {
          uid = 0;
          description = "System administrator";
          home = "/root";
          shell = mkDefault cfg.defaultUserShell;
          group = "root";
        };
        nobody = {
          uid = 65534;
          isSystemUser = true;
          description = "Unprivileged account (don't use!)";
          group = "nogroup";
        };
      }
      (mkIf config.nix.enable builders)
    ];
    groups = builtins.mapAttrs (_: gid: { inherit gid; }) groups;
  };

  # Modules of services say more of users, and are not on paper; so only what contradicts itself is refused.
  config.assertions = map (user: {
    assertion = !(user.isNormalUser && (user.isSystemUser || (user.uid != null && user.uid < 1000)));
    message = ''
      Exactly one of users.users.${user.name}.isSystemUser and users.users.${user.name}.isNormalUser must be set.
    '';
  }) (builtins.attrValues (removeAttrs cfg.users (builtins.attrNames builders)));
}
