{
  description = "Hosts with one mistake each, over a nixpkgs as small as it can be";

  inputs.nixpkgs.url = "path:./nixpkgs";

  outputs =
    { self, nixpkgs }:
    let
      nameOf = file: builtins.replaceStrings [ ".nix" ] [ "" ] file;
      host =
        file:
        nixpkgs.lib.nixosSystem {
          modules = [ (./hosts + "/${file}") ];
        };
    in
    {
      nixosConfigurations = builtins.listToAttrs (
        map (file: {
          name = nameOf file;
          value = host file;
        }) (builtins.attrNames (builtins.readDir ./hosts))
      );
    };
}
