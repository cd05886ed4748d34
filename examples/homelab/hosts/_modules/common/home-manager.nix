# Home Manager, as part of the system: one deployment updates the machine and the homes on it.
{
  config,
  fleet,
  host,
  inputs,
  lib,
  ...
}:
{
  options.homelab.homeStateVersion = lib.mkOption {
    type = lib.types.str;
    description = "The release of Home Manager that the homes of this machine were made with. It is never raised.";
  };

  config.home-manager = {
    useGlobalPkgs = true;
    useUserPackages = true;
    # A file that stands in the way is kept under this ending.
    backupFileExtension = "before-home-manager";
    extraSpecialArgs = { inherit fleet host inputs; };
    users = lib.genAttrs host.users (name: {
      imports = [
        ../../../home
        (../../../home/users + "/${name}.nix")
      ];

      home.stateVersion = config.homelab.homeStateVersion;
      homelab.development.enable = lib.mkDefault config.homelab.roles.development.enable;
    });
  };
}
