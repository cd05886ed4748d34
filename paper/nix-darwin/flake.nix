{
  description = "nix-darwin on paper";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixpkgs-24.11-darwin";

  outputs =
    { self, nixpkgs, ... }:
    let
      inherit (nixpkgs) lib;
      otherRelease = import ./declare/other-release.nix {
        inherit self;
        project = "nix-darwin";
      };
      tools = [
        "darwin-option"
        "darwin-rebuild"
        "darwin-uninstaller"
        "darwin-version"
      ];
      packagesOf = system: lib.genAttrs tools (import ./package { inherit system; });
    in
    {
      lib = {
        evalConfig = import ./eval-config.nix;
        darwinSystem =
          args:
          import ./darwin-system.nix { inherit self nixpkgs; } (
            args
            // {
              modules = args.modules or [ ] ++ otherRelease;
            }
            # On paper, nixpkgs may be of another release than in the fleet.
            // lib.optionalAttrs (otherRelease != [ ]) { enableNixpkgsReleaseCheck = false; }
          );
      };

      darwinModules = {
        hydra = ./modules/examples/hydra.nix;
        lnl = ./modules/examples/lnl.nix;
        simple = ./modules/examples/simple.nix;
      };

      overlays.default = final: _: packagesOf final.stdenv.hostPlatform.system;

      packages =
        lib.genAttrs
          [
            "aarch64-darwin"
            "x86_64-darwin"
            "aarch64-linux"
            "x86_64-linux"
          ]
          (
            system:
            lib.genAttrs [
              "manualHTML"
              "manpages"
              "optionsJSON"
            ] (import ./package { inherit system; })
            // lib.optionalAttrs (lib.hasSuffix "darwin" system) (
              packagesOf system // { default = self.packages.${system}.darwin-rebuild; }
            )
          );
    };
}
