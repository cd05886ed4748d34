# Python bindings for Hyprland, by which xwaykeyz knows which window has the focus there.
{
  lib,
  buildPythonPackage,
  pydantic,
  setuptools,
  source,
}:
buildPythonPackage {
  pname = "hyprpy";
  version = "0.1.10";
  pyproject = true;

  src = source;

  build-system = [ setuptools ];

  dependencies = [ pydantic ];

  # Its tests talk to a running Hyprland.
  doCheck = false;
  pythonImportsCheck = [ "hyprpy" ];

  meta = {
    description = "Python bindings for Hyprland";
    homepage = "https://github.com/ulinja/hyprpy";
    license = lib.licenses.mit;
    platforms = lib.platforms.linux;
  };
}
