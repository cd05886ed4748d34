# Everything that must hold: the package with its unit tests, the programs as they were built, and the modules. What is
# evaluated fails with the sentence that does not hold; `vm` starts a machine.
{ pkgs, self }:
let
  inherit (pkgs) lib;
  inherit (pkgs.stdenv.hostPlatform) system;
  packages = self.packages.${system};

  # A derivation if all sentences hold.
  assertions =
    name: sentences:
    let
      failures = lib.attrNames (lib.filterAttrs (_: holds: !holds) sentences);
    in
    if failures == [ ] then
      pkgs.runCommand name { } "touch $out"
    else
      throw "${name}: it does not hold that ${lib.concatStringsSep ", nor that " failures}";
in
{
# @if toshy@
  inherit (packages) toshy xwaykeyz;
# @else@
  package = packages.default;
# @end@

  shell = self.devShells.${system}.default;

  integration =
    pkgs.runCommand "integration"
      {
        nativeBuildInputs = [
          packages.default
# @if toshy@
          packages.xwaykeyz
# @end@
          (pkgs.python3.withPackages (python: [ python.pytest ]))
        ];
      }
      ''
        export HOME=$TMPDIR
        pytest -p no:cacheprovider ${../tests/integration}
# @if toshy@
        xwaykeyz --version
# @end@
        touch $out
      '';

  overlay = assertions "overlay" {
    "the overlay adds the package, and nothing that would change nixpkgs" =
      let
        added = self.overlays.default pkgs pkgs;
      in
      added.@attr@.version == packages.default.version && !(added ? default);
  };

  home-module = assertions "home-module" (
    import ./home-module.nix {
      inherit lib pkgs;
      module = self.homeModules.default;
    }
  );
}
// lib.optionalAttrs pkgs.stdenv.hostPlatform.isLinux {
  nixos-module = assertions "nixos-module" (
    import ./nixos-module.nix {
      inherit lib pkgs;
      module = self.nixosModules.default;
    }
  );
}
# A machine needs KVM, which runners of other architectures rarely have.
// lib.optionalAttrs (system == "x86_64-linux") {
  vm = pkgs.testers.runNixOSTest (import ./vm.nix { module = self.nixosModules.default; });
}
