# A switch for each role. The inventory turns on those of this host; a host's own file can still say otherwise.
{ host, lib, ... }:
let
  names = import ./role-names.nix;
in
{
  options.homelab.roles = lib.genAttrs names (name: {
    enable = lib.mkEnableOption "the role `${name}`";
  });

  config.homelab.roles = lib.genAttrs host.roles (_: {
    enable = lib.mkDefault true;
  });
}
