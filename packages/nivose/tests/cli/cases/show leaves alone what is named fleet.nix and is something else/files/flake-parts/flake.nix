{
  outputs = _: {
    nixosConfigurations.flake-parts = {
      pkgs.stdenv.hostPlatform.system = "x86_64-linux";
      config = {
        system.stateVersion = "24.11";
        users.users = { };
      };
    };
  };
}
