{ mkShell }:
mkShell {
  name = "@name@";

  packages = [ ];
}
