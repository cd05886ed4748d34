# A system from a flake finds the nixpkgs that it was made from under that name.
{ lib, config, ... }:
let
  cfg = config.nixpkgs.flake;
in
{
  config = lib.mkIf (cfg.source != null) {
    nix.registry = lib.mkIf cfg.setFlakeRegistry {
      nixpkgs.to = lib.mkDefault {
        type = "path";
        path = cfg.source;
      };
    };
    nix.nixPath = lib.mkIf cfg.setNixPath (
      lib.mkDefault (
        [ "nixpkgs=flake:nixpkgs" ]
        ++ lib.optional config.nix.channel.enable "/nix/var/nix/profiles/per-user/root/channels"
      )
    );
  };
}
