{ lib, python3Packages }:
python3Packages.buildPythonApplication {
  pname = "stripes";
  version = (lib.importTOML ../apps/stripes/pyproject.toml).project.version;
  pyproject = true;

  src = ../apps/stripes;

  build-system = [ python3Packages.hatchling ];

  dependencies = [ python3Packages.httpx ];

  # nixpkgs has no nosuchthing

  meta = {
    description = "Counts stripes";
    license = lib.licenses.mit;
    mainProgram = "count-stripes";
  };
}
