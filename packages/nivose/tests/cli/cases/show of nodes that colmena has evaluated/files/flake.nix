{
  outputs =
    { self }:
    let
      node = name: {
        pkgs.stdenv.hostPlatform.system = "x86_64-linux";
        config = {
          system.stateVersion = "24.11";
          users.users = { };
          deployment = {
            targetHost = "${name}.example.org";
            targetPort = 2222;
            targetUser = null;
            tags = [ "web" ];
          };
        };
      };
    in
    {
      nixosConfigurations.luna = node "luna";
      colmenaHive = {
        __schema = "v0.5";
        nodes = {
          luna = node "luna";
          sol = node "sol";
        };
      };
    };
}
