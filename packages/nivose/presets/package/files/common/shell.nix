# What is needed to work on the package: its own dependencies, tools, and the integration tests as a command.
{
  pkgs ? import <nixpkgs> { },
  packages ? import ./. { inherit pkgs; },
}:
let
  integrationTests = pkgs.writeShellApplication {
    name = "integration-tests";
    runtimeInputs = [
      packages.@attr@
      (pkgs.python3.withPackages (python: [ python.pytest ]))
    ];
    text = ''
      exec pytest tests/integration "$@"
    '';
  };
in
pkgs.mkShell {
  name = "@name@";

  inputsFrom = [ packages.@attr@ ];

  packages = [
    integrationTests
    pkgs.deadnix
    pkgs.nil
    pkgs.@nixfmt@
# @if nixpkgsFmt@
    pkgs.nixpkgs-fmt
# @end@
    pkgs.ruff
    pkgs.statix
  ];

  # `python -m @module@` and `pytest` take the files as they are here.
  shellHook = ''
    export PYTHONPATH="$PWD/src''${PYTHONPATH:+:$PYTHONPATH}"
  '';
}
