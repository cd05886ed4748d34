{
  outputs =
    { nixpkgs, ... }:
    let
      pkgs = nixpkgs.legacyPackages.x86_64-linux;
    in
    {
      packages.x86_64-linux = {
        deploy = pkgs.callPackage ./pkgs/deploy.nix { };
        stripes = pkgs.callPackage ./pkgs/stripes.nix { };
        wipe = pkgs.callPackage ./pkgs/wipe.nix { };
      };
    };
}
