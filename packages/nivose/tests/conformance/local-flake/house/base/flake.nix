# `homes` and its own input are from elsewhere here, and followed where this flake is an input
{
  inputs = {
    pkgs.url = "github:example/pkgs/release-0";
    homes.url = "github:example/hm";
    homes.inputs.pkgs.follows = "pkgs";
  };
  outputs =
    {
      self,
      pkgs,
      homes,
    }:
    {
      name = "base on ${pkgs.name} and ${homes.name}";
    };
}
