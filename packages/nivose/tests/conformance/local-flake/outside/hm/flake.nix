{
  inputs.pkgs.url = "github:example/pkgs";
  outputs = { self, pkgs, ... }: { name = "hm on ${pkgs.name}"; };
}
