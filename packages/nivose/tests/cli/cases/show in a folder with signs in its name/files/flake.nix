{
  outputs =
    { self }:
    let
      host = import ./host.nix;
    in
    {
      nixosConfigurations.luna = host "x86_64-linux" ./luna.nix;
      nixosConfigurations."web.example.org" = host "aarch64-linux" ./luna.nix;
      darwinConfigurations.macbook = {
        pkgs.stdenv.hostPlatform.system = "aarch64-darwin";
        config.system.stateVersion = 5;
        config.users.users.ada = { };
      };
      homeConfigurations."ada@luna" = {
        pkgs.stdenv.hostPlatform.system = "x86_64-linux";
        config.home = {
          stateVersion = "24.11";
          username = "ada";
        };
      };
    };
}
