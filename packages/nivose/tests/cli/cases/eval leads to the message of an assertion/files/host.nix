{ name, ... }:
{
  assertions = [
    {
      assertion = name == "b";
      message = "${name} has to be called b";
    }
  ];
}
