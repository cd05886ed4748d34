{
  outputs =
    { self }:
    {
      x = import ./package.nix { name = "web"; };
    };
}
