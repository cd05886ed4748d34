# secrets/containers: the environment of each container that has secrets, as lines of NAME=value.
{ config, lib, ... }:
let
  cfg = config.@ns@.containers;
  secretive = lib.filter (name: cfg.definitions.${name}.hasSecrets) cfg.run;
in
{
  config = lib.mkIf cfg.enable {
    sops.secrets = lib.listToAttrs (
      map (name: {
        name = "containers/${name}";
        value = {
          sopsFile = ../../secrets/containers + "/${name}.yaml";
          key = "environment";
          restartUnits = [ "podman-${name}.service" ];
        };
      }) secretive
    );

    @ns@.containers.environmentFiles = lib.genAttrs secretive (
      name: config.sops.secrets."containers/${name}".path
    );
  };
}
