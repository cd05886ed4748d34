{
  outputs =
    { self }:
    let
      hosts = {
        luna.address = "10.0.0.1";
        sol.address = "10.0.0.2";
      };
    in
    {
      x = hosts.terra.address;
    };
}
