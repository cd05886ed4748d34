# A Mac from a flake finds the nixpkgs that it was made from under that name.
{ config, lib, ... }:
let
  cfg = config.nixpkgs.flake;
in
{
  config = lib.mkIf (cfg.source != null) {
    assertions = [
      {
        assertion = cfg.setNixPath -> cfg.setFlakeRegistry;
        message = ''
          Setting `nixpkgs.flake.setNixPath` requires that `nixpkgs.flake.setFlakeRegistry` also
          be set, since it is implemented in terms of indirection through the flake registry.
        '';
      }
      {
        assertion = cfg.setNixPath -> config.nix.enable;
        message = "`nixpkgs.flake.setNixPath` requires `nix.enable`";
      }
      {
        assertion = cfg.setFlakeRegistry -> config.nix.enable;
        message = "`nixpkgs.flake.setFlakeRegistry` requires `nix.enable`";
      }
    ];

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
