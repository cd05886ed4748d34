{
  outputs =
    { self }:
    {
      nixosModules.default = ./modules;
      lib = import ./lib.nix;
    };
}
