# One file for each container, under its name: plain data. How they are run is in `modules/nixos/containers.nix`.
let
  files = builtins.removeAttrs (builtins.readDir ./.) [
    "README.md"
    "default.nix"
  ];
  nameOf = file: builtins.head (builtins.match "(.*)\\.nix" file);
in
builtins.listToAttrs (
  map (file: {
    name = nameOf file;
    value = import (./. + "/${file}");
  }) (builtins.attrNames files)
)
