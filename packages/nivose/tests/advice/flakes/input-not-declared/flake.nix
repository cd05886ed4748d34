{
  outputs =
    { self, ... }@inputs:
    {
      x = inputs.disko.nixosModules.disko;
    };
}
