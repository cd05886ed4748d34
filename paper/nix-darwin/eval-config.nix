{
  lib,
  modules,
  baseModules ? import ./modules/module-list.nix,
  specialArgs ? { },
  check ? true,
  enableNixpkgsReleaseCheck ? true,
}@arguments:
let
  version = builtins.fromJSON (builtins.readFile ./version.json);

  evaluated = lib.evalModules (
    removeAttrs arguments [
      "lib"
      "enableNixpkgsReleaseCheck"
      "baseModules"
    ]
    // {
      class = "darwin";
      modules =
        modules
        ++ [
          {
            _file = ./eval-config.nix;
            config._module.args = { inherit baseModules modules; };
          }
        ]
        ++ baseModules;
      specialArgs = {
        modulesPath = toString ./modules;
      }
      // specialArgs;
    }
  );
in
assert
  enableNixpkgsReleaseCheck
  ->
    lib.trivial.release == version.release
    || throw ''

      nix-darwin now uses release branches that correspond to Nixpkgs releases.
      The nix-darwin and Nixpkgs branches in use must match, but you are currently
      using nix-darwin ${version.release} with Nixpkgs ${lib.trivial.release}.
    '';
{
  inherit (evaluated) config options _module;
  inherit (evaluated._module.args) pkgs;
  system = evaluated.config.system.build.toplevel;
}
