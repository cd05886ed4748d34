# Podman and Docker as NixOS runs them.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.development.containers;
  people = builtins.attrNames config.mxmlabs.base.users.people;
in
{
  config = lib.mkIf cfg.enable {
    virtualisation = {
      podman = lib.mkIf (cfg.runtime == "podman") {
        enable = true;
        # `docker` is Podman, too.
        dockerCompat = true;
        autoPrune.enable = true;
        defaultNetwork.settings.dns_enabled = true;
      };

      docker = lib.mkIf (cfg.runtime == "docker") {
        enable = true;
        autoPrune.enable = true;
      };
    };

    users.groups.docker.members = lib.mkIf (cfg.runtime == "docker") people;
  };
}
