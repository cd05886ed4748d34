# What pyproject.toml asks for, as packages of nixpkgs. It is the only list of dependencies, and versions are those that
# nixpkgs has: a release of nixpkgs is a set of versions that were built together.
#
# Given the Python packages and a platform, a function from a list of requirements to a list of packages.
{
  lib,
  pythonPackages,
  hostPlatform,
}:
let
  # Packages whose name in nixpkgs is another one.
  renamed = {
    pygobject = "pygobject3";
    python-xlib = "xlib";
    systemd-python = "systemd";
  };

  # Conditions of requirements, as the platform that is built for answers them.
  markers = {
    "sys_platform == 'linux'" = hostPlatform.isLinux;
    "sys_platform == 'darwin'" = hostPlatform.isDarwin;
    "platform_machine == 'x86_64'" = hostPlatform.isx86_64;
    "platform_machine == 'aarch64'" = hostPlatform.isAarch64;
  };

  # A name, what else is asked of it, and perhaps a condition behind a semicolon.
  parse =
    requirement:
    let
      parts = builtins.match "([A-Za-z0-9._-]+)([^;]*)(; *(.*))?" requirement;
    in
    if parts == null then
      throw "pyproject.toml: '${requirement}' is no requirement"
    else
      {
        name = lib.replaceStrings [ "_" "." ] [ "-" "-" ] (lib.toLower (lib.head parts));
        marker = lib.last parts;
      };

  applies =
    { marker, ... }:
    marker == null
    || markers.${marker} or (throw "pyproject.toml: packages/requirements.nix does not know the condition ${marker}");

  packageOf =
    { name, ... }:
    pythonPackages.${renamed.${name} or name}
      or pythonPackages.${name}
      or (throw "pyproject.toml asks for ${name}, which neither nixpkgs nor packages/python-deps.nix has");
in
requirements: map packageOf (lib.filter applies (map parse requirements))
