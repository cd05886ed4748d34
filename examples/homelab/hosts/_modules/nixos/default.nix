# What every NixOS machine of this repository is made of. Nothing is on but the base: roles and services are turned on by the
# inventory, fleet.nix.
{
  imports = [
    ../common
    ./base.nix
    ./build-host.nix
    ./interfaces
    ./nix.nix
    ./roles
    ./secrets.nix
    ./services.nix
    ./ssh.nix
    ./users.nix
  ];
}
