{
  outputs =
    { self }:
    let
      host = {
        pkgs.stdenv.hostPlatform.system = "x86_64-linux";
        config.system.stateVersion = "24.11";
        config.users.users = { };
      };
    in
    {
      nixosConfigurations = {
        luna = host;
        sol = host;
        terra = host;
      };
    };
}
