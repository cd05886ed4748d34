# The keymapper below Toshy: reads keyboards by evdev, and writes what it makes of them to uinput.
#
# Its own files say which version it is and what it needs, so that another source brings along its own answer.
{
  lib,
  buildPythonPackage,
  hyprland,
  python,
  stdenv,
  source,
  withHyprland ? lib.meta.availableOn stdenv.hostPlatform hyprland,
}:
let
  required = import ./requirements.nix {
    inherit lib;
    inherit (stdenv) hostPlatform;
    pythonPackages = python.pkgs;
  };

  projectFile = source + "/pyproject.toml";
  manifest = if builtins.pathExists projectFile then lib.importTOML projectFile else { };

  isWanted = requirement: withHyprland || !lib.hasPrefix "hyprpy" requirement;

  versionFile = source + "/src/xwaykeyz/version.py";
  versionText = if builtins.pathExists versionFile then builtins.readFile versionFile else "";
  versionMatch = builtins.match ".*__version__ = \"([^\"]+)\".*" versionText;
in
buildPythonPackage {
  pname = "xwaykeyz";
  version = if versionMatch == null then "0" else lib.head versionMatch;
  pyproject = true;

  src = source;

  build-system = required (manifest.build-system.requires or [ "hatchling" ]);

  dependencies = required (lib.filter isWanted (manifest.project.dependencies or [ ]));

  # It asks for narrow ranges of versions; nixpkgs has one version of each package, and that is what it gets.
  pythonRelaxDeps = true;
  pythonRemoveDeps = lib.optionals (!withHyprland) [ "hyprpy" ];

  # Its tests need looptime, which nixpkgs lacks; `checks.integration` starts the program instead.
  doCheck = false;
  pythonImportsCheck = [ "xwaykeyz" ];

  meta = {
    description = "Keymapper for X11 and Wayland that can tell applications apart";
    homepage = "https://github.com/RedBearAK/xwaykeyz";
    license = lib.licenses.gpl3Plus;
    mainProgram = "xwaykeyz";
    platforms = lib.platforms.linux;
  };
}
