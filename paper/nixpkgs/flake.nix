{
  description = "nixpkgs on paper";

  outputs =
    { self }:
    let
      lib = import ./lib;

      otherRelease = import ./declare/other-release.nix {
        inherit self;
        project = "nixpkgs";
      };

      genAttrs =
        names: f:
        builtins.listToAttrs (
          map (name: {
            inherit name;
            value = f name;
          }) names
        );

      systems = [
        "x86_64-linux"
        "aarch64-linux"
        "armv6l-linux"
        "armv7l-linux"
        "i686-linux"
        "aarch64-darwin"
        "powerpc64le-linux"
        "riscv64-linux"
        "x86_64-darwin"
        "x86_64-freebsd"
      ];
    in
    {
      lib = lib.extend (
        final: prev: {
          nixos = import ./nixos/lib { lib = final; };

          nixosSystem =
            args:
            import ./nixos/lib/eval-config.nix (
              {
                lib = final;
                # What modules say about the system counts, and not the machine that evaluates them.
                system = null;
                modules =
                  args.modules
                  ++ [
                    {
                      # As if nixpkgs itself said it, since where paper lies is nothing that a system depends on.
                      _file = toString ./nixos/modules/misc/nixpkgs-flake.nix;
                      config.nixpkgs.flake.source = self.outPath;
                    }
                  ]
                  ++ otherRelease;
              }
              // removeAttrs args [ "modules" ]
            );
        }
      );

      legacyPackages = genAttrs systems (system: import ./. { inherit system; });

      nixosModules = {
        notDetected = ./nixos/modules/installer/scan/not-detected.nix;
        readOnlyPkgs = ./nixos/modules/misc/nixpkgs/read-only.nix;
      };
    };
}
