# A module of flake-parts: each configuration of Terraform becomes a package that applies it, and a shell.
{ terranix }:
{ lib, flake-parts-lib, ... }:
{
  options.perSystem = flake-parts-lib.mkPerSystemOption (
    {
      config,
      pkgs,
      system,
      ...
    }:
    let
      inherit (lib) mkOption types;
      cfg = config.terranix;
      all = cfg.terranixConfigurations;
    in
    {
      imports = [
        (lib.mkRenamedOptionModule [ "terranix" "setDevShell" ] [ "terranix" "exportDevShells" ])
      ];
      options.terranix = {
        exportDevShells = mkOption {
          type = types.bool;
          default = true;
        };
        terranixConfigurations = mkOption {
          type = types.attrsOf (
            types.submodule (import ./configuration.nix { inherit terranix pkgs system; })
          );
          default = { };
        };
      };
      config = {
        packages = lib.mapAttrs (_: each: each.result.app) all;
        apps = lib.mapAttrs (_: program: { inherit program; }) (all.default.result.scripts or { });
        devShells = lib.mkIf cfg.exportDevShells (lib.mapAttrs (_: each: each.result.devShell) all);
      };
    }
  );
}
