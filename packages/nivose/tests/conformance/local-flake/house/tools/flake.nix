{
  inputs = {
    pkgs.url = "github:example/pkgs";
    base.url = "path:../base";
    base.inputs.homes.follows = "";
    lib.url = "github:example/lib";
    given = {
      url = "path:../nowhere";
      inputs.pkgs.follows = "pkgs";
    };
    plain = {
      url = "path:../plain";
      flake = false;
    };
  };
  outputs = { pkgs, ... }: { name = "tools on ${pkgs.name}"; };
}
