# A module of flake-parts: `perSystem.pre-commit` has the hooks, and makes a check.
{
  self,
  lib,
  flake-parts-lib,
  ...
}:
let
  inherit (lib) mkOption types;
in
{
  options.perSystem = flake-parts-lib.mkPerSystemOption (
    {
      config,
      options,
      pkgs,
      ...
    }:
    let
      cfg = config.pre-commit;
      script =
        default:
        mkOption {
          type = types.str;
          inherit default;
          readOnly = true;
        };
      inFlake =
        { pkgs, ... }:
        {
          rootSrc = self.outPath;
          package = lib.mkDefault pkgs.pre-commit;
          tools = import ./nix/call-tools.nix pkgs;
          hooks.treefmt.package = lib.mkIf (options ? treefmt) (
            lib.mkOverride 900 config.treefmt.build.wrapper
          );
        };
    in
    {
      options.pre-commit = {
        check.enable = mkOption {
          type = types.bool;
          default = true;
        };
        pkgs = mkOption {
          type = types.uniq (types.lazyAttrsOf (types.raw or types.unspecified));
          default = pkgs;
        };
        settings = mkOption {
          type = types.submoduleWith {
            modules = [ ./modules/all-modules.nix ];
            specialArgs = { inherit (cfg) pkgs; };
          };
          default = { };
        };
        shellHook = script cfg.settings.shellHook;
        installationScript = script cfg.settings.installationScript;
        devShell = mkOption {
          type = types.package;
          readOnly = true;
        };
      };
      config = {
        checks = lib.optionalAttrs cfg.check.enable { pre-commit = cfg.settings.run; };
        pre-commit = {
          settings = inFlake;
          devShell = pkgs.mkShell {
            inherit (cfg.settings) shellHook;
            nativeBuildInputs = cfg.settings.enabledPackages;
          };
        };
      };
    }
  );
}
