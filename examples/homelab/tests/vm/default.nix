# A virtual machine with the services of this repository, and nothing else of it.
{ fleet, ... }:
services: settings: {
  imports = [
    ../../hosts/_modules/common/site.nix
    ../../hosts/_modules/nixos/interfaces
    settings
  ]
  ++ map (file: ../../hosts/_modules/nixos/services + "/${file}") (
    builtins.attrNames (builtins.readDir ../../hosts/_modules/nixos/services)
  );

  _module.args = {
    inherit fleet;
    host = {
      name = "machine";
      address = "192.168.1.1";
    };
  };

  homelab.services = builtins.listToAttrs (
    map (name: {
      inherit name;
      value.enable = true;
    }) services
  );
}
