{
  inputs.far.url = "github:nobody/nothing";
  outputs =
    { self, far }:
    {
      lib.near = 1;
      checks.x86_64-linux = far.checks;
      overlays.default = final: prev: { };
    };
}
