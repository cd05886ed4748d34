# The program.
{
  lib,
  pythonPackages,
  stdenv,
  # From pyproject.toml.
  version ? project.version,
  project ? (lib.importTOML ../pyproject.toml).project,
}:
let
  inherit (lib.importTOML ../pyproject.toml) build-system;
  inherit (stdenv) hostPlatform;

  required = import ./requirements.nix { inherit lib pythonPackages hostPlatform; };
in
pythonPackages.buildPythonApplication {
  pname = project.name;
  inherit version;
  pyproject = true;

  src = lib.fileset.toSource {
    root = ../.;
    fileset = lib.fileset.unions [
      ../README.md
      ../pyproject.toml
      ../src
      ../tests/unit
    ];
  };

  build-system = required build-system.requires;

  # Native libraries and programs of the build go to `buildInputs` and `nativeBuildInputs`, Python packages to pyproject.toml.
  dependencies = required project.dependencies;

  nativeCheckInputs = [
    pythonPackages.pytestCheckHook
  ]
  ++ required project.optional-dependencies.test;

  pythonImportsCheck = [ "@module@" ];

  meta = {
    inherit (project) description;
# @if homepage@
    homepage = @homepageNix@;
# @end@
    license = lib.licenses.@license@;
    mainProgram = @nameNix@;
    platforms = @platforms@;
  };
}
