{
  inputs.tools = {
    url = "path:./lib";
    flake = false;
  };

  outputs =
    { self }:
    {
      x = 1;
    };
}
