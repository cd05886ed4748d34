{
  outputs =
    { self }:
    let
      lib = lib.recursiveUpdate { } { };
    in
    {
      x = lib;
    };
}
