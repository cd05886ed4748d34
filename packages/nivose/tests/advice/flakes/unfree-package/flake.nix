{
  outputs =
    { self }:
    let
      pkgs = import ./nixpkgs/pkgs { lib.getName = package: package.name; };
    in
    {
      x = pkgs.vscode.drvPath;
    };
}
