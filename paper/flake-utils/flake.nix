{
  description = "flake-utils on paper";

  inputs.systems.url = "github:nix-systems/default";

  outputs =
    { self, systems }:
    {
      lib = import ./lib { defaultSystems = import systems; };
    };
}
