# What is needed to work on the package: its own dependencies, tools, and the integration tests as a command.
{
  pkgs ? import <nixpkgs> { },
  packages ? import ./. { inherit pkgs; },
}:
let
  integrationTests = pkgs.writeShellApplication {
    name = "integration-tests";
    runtimeInputs = [
      packages.toshy
      (pkgs.python3.withPackages (python: [ python.pytest ]))
    ];
    text = ''
      exec pytest tests/integration "$@"
    '';
  };
in
pkgs.mkShell {
  name = "toshy";

  inputsFrom = [ packages.toshy ];

  packages = [
    integrationTests
    pkgs.deadnix
    pkgs.nil
    pkgs.nixfmt
    pkgs.nixpkgs-fmt
    pkgs.ruff
    pkgs.statix
  ];

  # `python -m toshy` and `pytest` take the files as they are here.
  shellHook = ''
    export PYTHONPATH="$PWD/src''${PYTHONPATH:+:$PYTHONPATH}"
  '';
}
