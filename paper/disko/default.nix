{
  lib ? import <nixpkgs/lib>,
  rootMountPoint ? "/mnt",
  diskoLib ? import ./lib { inherit lib rootMountPoint; },
  ...
}:
let
  unknown = import ./declare/unknown.nix;

  devicesOf =
    cfg:
    (lib.evalModules {
      modules = [
        {
          options.disko.devices = lib.mkOption { type = diskoLib.toplevel; };
          config.disko.devices = cfg.disko.devices;
        }
      ];
    }).config.disko.devices;

  # Scripts are known by name only.
  scripts = lib.genAttrs [
    "create"
    "createScript"
    "createScriptNoDeps"
    "format"
    "formatScript"
    "formatScriptNoDeps"
    "mount"
    "mountScript"
    "mountScriptNoDeps"
    "disko"
    "diskoScript"
    "diskoScriptNoDeps"
    "diskoNoDeps"
  ] (name: _: unknown "disko's ${name}");
in
scripts
// {
  config = cfg: (devicesOf cfg)._config;
  packages = cfg: (devicesOf cfg)._packages;
}
