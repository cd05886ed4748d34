{
  outputs =
    { self }:
    let
      nixpkgs = {
        legacyPackages.x86_64-linux = (import ./packages.nix) ./nixpkgs;
      };
      pkgs = nixpkgs.legacyPackages.x86_64-linux;
    in
    {
      x = pkgs.vscode.drvPath;
    };
}
