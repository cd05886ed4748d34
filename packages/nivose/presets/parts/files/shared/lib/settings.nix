# What follows for a host from its entry in fleet.nix, as a module for NixOS as well as for nix-darwin.
{ inventory, lib }:
{
  name,
  users,
  ...
}:
let
  people = lib.genAttrs users (user: inventory.users.${user});
in
{
  networking.hostName = name;

  # Every host has these; roles and the host itself say the rest.
  @namespace@.base = {
    nix-config.enable = lib.mkDefault true;
    security.enable = lib.mkDefault true;
    users = {
      enable = lib.mkDefault true;
      inherit people;
    };
  };

  home-manager = {
    useGlobalPkgs = true;
    useUserPackages = true;

    # A file that is in the way is kept beside it, not overwritten.
    backupFileExtension = "before-home-manager";

    users = lib.mapAttrs (_: person: {
      imports = [ ../modules/platforms/home-manager ];

      @namespace@.platforms.home-manager = {
        enable = lib.mkDefault true;
        inherit (person) email fullName;
      };
    }) people;
  };
}
