# Homes on a station. They are built with its packages, and switched together with it.
{
  home-manager,
  packages,
  homeModules,
  personal,
}:
{ config, lib, ... }:
{
  imports = [ home-manager.nixosModules.home-manager ];

  options.@namespace@.userEnvironments = lib.mkOption {
    type = lib.types.attrsOf (lib.types.enum (builtins.attrNames homeModules));
    default = { };
    example.alice = "desktop";
    description = "For each user the profile of the home: a screen's, or that of the command line alone.";
  };

  config = {
    nixpkgs.overlays = [ packages.overlays.custom ];

    home-manager = {
      useGlobalPkgs = true;
      useUserPackages = true;
      # A file that stands in the way is kept under another name, rather than stopping everything.
      backupFileExtension = "before-home-manager";
      users = lib.mapAttrs (user: profile: {
        imports = [
          homeModules.${profile}
          (personal user)
        ];
        home.stateVersion = config.system.stateVersion;
      }) config.@namespace@.userEnvironments;
    };
  };
}
