{
  inputs.base.url = "path:../base";

  outputs =
    { self, base }:
    {
      nixosConfigurations.web = {
        pkgs.stdenv.hostPlatform.system = "aarch64-linux";
        config.system.stateVersion = base.word;
        config.users.users = { };
      };
    };
}
