{
  inputs = { };

  outputs =
    { self, tools }:
    {
      x = import tools;
    };
}
