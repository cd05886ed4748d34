# The library of flake-utils.
{
  defaultSystems ? [
    "aarch64-linux"
    "aarch64-darwin"
    "x86_64-darwin"
    "x86_64-linux"
  ],
}:
let
  allSystems = import ./all-systems.nix;

  lib = import ./each.nix { inherit defaultSystems; } // {
    inherit allSystems defaultSystems;

    # A name of a system, or an error if it is misspelt.
    system = lib.eachSystemMap allSystems (system: system);

    flattenTree = import ./flatten-tree.nix;
    filterPackages = import ./filter-packages.nix { inherit allSystems; };
    meld = import ./meld.nix;
    simpleFlake = import ./simple-flake.nix { inherit lib defaultSystems; };
    check-utils = import ./check-utils.nix;

    mkApp =
      {
        drv,
        name ? drv.pname or drv.name,
        exePath ? drv.passthru.exePath or "/bin/${name}",
      }:
      {
        type = "app";
        program = "${drv}${exePath}";
      };
  };
in
lib
