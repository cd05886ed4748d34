# Our own packages: each folder here. Their names are found without looking at `pkgs`, because as an overlay this decides
# what `pkgs` has.
pkgs:
let
  entries = builtins.readDir ./.;
  folders = builtins.filter (name: entries.${name} == "directory") (builtins.attrNames entries);
in
builtins.listToAttrs (
  map (name: {
    inherit name;
    value = pkgs.callPackage (./. + "/${name}/package.nix") { };
  }) folders
)
