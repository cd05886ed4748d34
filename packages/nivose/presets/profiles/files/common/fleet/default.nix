# What the inventory says of a machine, as options. Only `lib/build.nix` uses this: it needs `host` and `inputs`.
{
  host,
  inputs,
  lib,
  ...
}:
let
  people = import ../../users;
  roles = import ../../roles;
  on = names: lib.genAttrs names (_: { enable = true; });
in
{
  networking.hostName = host.name;
  nixpkgs.overlays = [ (import ../../overlays) ];

  # Which commit a machine runs; nothing if it was built from a tree that is not committed.
  system.configurationRevision = inputs.self.rev or null;

  @ns@ = {
    profiles = on host.profiles;
    roles = on (lib.intersectLists host.roles roles.${host.kind});
    accounts = lib.genAttrs host.users (user: {
      inherit (people.${user}) fullName sshKeys;
      isAdministrator = people.${user}.isAdministrator or true;
    });
  };

  home-manager = {
    useGlobalPkgs = true;
    useUserPackages = true;
    # A file that stands in the way is kept under this suffix, instead of stopping the activation.
    backupFileExtension = "before-home-manager";
    sharedModules = [
      ../../modules/home
      ../../profiles/home.nix
      ../../roles/home.nix
      {
        @ns@.profiles = on host.profiles;
        @ns@.roles = on (lib.intersectLists host.roles roles.home);
      }
    ];
    users = lib.genAttrs host.users (user: {
      imports = [ (../../users + "/${user}/home.nix") ];
      @ns@.person = { inherit (people.${user}) fullName email; };
    });
  };
}
