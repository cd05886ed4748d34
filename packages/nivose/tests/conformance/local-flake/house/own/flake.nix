# an input below its own folder, whose inputs in turn lead out again
{
  inputs.inner.url = "path:./inner";
  outputs =
    {
      self,
      inner,
      pkgs,
    }:
    {
      name = "own with ${inner.name}, undeclared ${pkgs.name}";
    };
}
