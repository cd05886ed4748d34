# What flake.nix and the tests are made of.
{ inputs }:
let
  inherit (inputs.nixpkgs) lib;
  fleet = import ./inventory.nix { inherit lib; } {
    hosts = (import ../fleet.nix).hosts;
    users = import ../users.nix;
  };

  # Those that somebody may work at, and whatever else a host is.
  systems = lib.unique (
    [
      "aarch64-darwin"
      "aarch64-linux"
      "x86_64-linux"
    ]
    ++ map (host: host.system) (builtins.attrValues fleet.hosts)
  );
in
{
  inherit fleet;

  mkSystem = import ./mkSystem.nix { inherit fleet inputs; };
  ports = import ./ports.nix { inherit lib; };
  waves = import ./waves.nix { inherit lib; } fleet.hosts;
  images = import ./images.nix { inherit fleet inputs; };

  # An attribute for each system, made from its packages, our own among them.
  forEachSystem =
    make:
    lib.genAttrs systems (
      system:
      make (
        import inputs.nixpkgs {
          inherit system;
          overlays = builtins.attrValues (import ../overlays);
          config.allowUnfreePredicate = import ./unfree.nix { inherit lib; };
        }
      )
    );
}
