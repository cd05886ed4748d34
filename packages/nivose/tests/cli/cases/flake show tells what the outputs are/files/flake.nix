{
  outputs =
    { self }:
    let
      package =
        name:
        derivation {
          inherit name;
          system = "x86_64-linux";
          builder = "/bin/sh";
        };
    in
    {
      packages.x86_64-linux.default = package "default";
      packages.aarch64-linux.default = package "default";
      devShells.x86_64-linux.default = package "shell";
      apps.x86_64-linux.run = {
        type = "app";
        program = "/bin/sh";
      };
      nixosConfigurations.luna = { };
      overlays.default = _: _: { };
      legacyPackages.x86_64-linux.hello = package "hello";
    };
}
