# Which packages there are: our own and our changes to others on top of nixpkgs.
{ host, lib, ... }:
{
  nixpkgs = {
    hostPlatform = lib.mkDefault host.system;
    overlays = builtins.attrValues (import ../../../overlays);
    config.allowUnfreePredicate = import ../../../lib/unfree.nix { inherit lib; };
  };
}
