{ lib, python3Packages }:
python3Packages.buildPythonApplication {
  pname = "my-app";
  version = (lib.importTOML ./pyproject.toml).project.version;
  pyproject = true;

  src = lib.fileset.toSource {
    root = ./.;
    fileset = lib.fileset.unions [
      ./pyproject.toml
      ./src
      ./tests
    ];
  };

  build-system = [ python3Packages.setuptools ];

  nativeCheckInputs = [ python3Packages.pytestCheckHook ];

  meta = {
    description = "Tells how a station is: load, memory, disks and units that failed";
    license = lib.licenses.mit;
    mainProgram = "my-app";
  };
}
