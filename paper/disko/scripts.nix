# What disko builds for a machine: packages on paper, by name.
{
  cfg,
  lib,
  pkgs,
}:
let
  package = import ./package { inherit (pkgs.stdenv.hostPlatform) system; };
  steps = [
    "destroy"
    "format"
    "mount"
    "unmount"
    "formatMount"
    "destroyFormatMount"
    "destroyScript"
    "formatScript"
    "mountScript"
    "diskoScript"
  ];
  names =
    steps
    ++ map (step: "${step}NoDeps") steps
    ++ [
      "disko"
      "diskoNoDeps"
      "diskoImages"
      "diskoImagesScript"
      "installTest"
      "vmWithDisko"
    ];
in
lib.genAttrs names (
  name:
  if cfg.devices.disk == { } then
    throw "No disks defined, did you forget to import your disko config?"
  else
    package name
)
