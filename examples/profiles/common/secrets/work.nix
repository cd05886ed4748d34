# secrets/work: what belongs to the employer. Only machines with the profile `work` can read it.
{
  config,
  host,
  lib,
  ...
}:
{
  config = lib.mkIf config.systems.profiles.work.enable {
    sops.secrets."work/registry-token" = {
      sopsFile = ../../secrets/work/registry.yaml;
      key = "token";
      owner = lib.mkIf (host.users != [ ]) (lib.head host.users);
    };

    # The place is no secret: tools read the token from there.
    environment.variables.REGISTRY_TOKEN_FILE = config.sops.secrets."work/registry-token".path;
  };
}
