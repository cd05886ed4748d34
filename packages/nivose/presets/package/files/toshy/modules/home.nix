# Toshy for Home Manager: the programs, and the services of this user's session. Access to keyboards is the system's matter:
# docs/USAGE.md says how it is given.
{ packagesFor }:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.services.toshy;
  units = import ./units.nix { inherit lib cfg; };
in
{
  options.services.toshy = import ./options.nix {
    inherit lib;
    defaultPackage = (packagesFor pkgs).toshy;
  };

  config = lib.mkIf cfg.enable {
    assertions = [
      {
        assertion = pkgs.stdenv.hostPlatform.isLinux;
        message = "services.toshy: Toshy runs on Linux only.";
      }
      {
        assertion = cfg.configFile == null || !cfg.barebones;
        message = "services.toshy: `barebones` is upstream's empty keymap, and `configFile` another one; choose one of them.";
      }
    ];

    home.packages = [ cfg.package ];

    systemd.user.services = lib.mapAttrs (_: unit: {
      Unit = {
        Description = unit.description;
        PartOf = [ cfg.target ];
        After = [ cfg.target ];
      };
      Service = {
        Environment = lib.mapAttrsToList (name: value: "${name}=${value}") cfg.environment;
        ExecStart = unit.command;
        Restart = unit.restart;
        RestartSec = 5;
      };
      Install.WantedBy = [ cfg.target ];
    }) units;
  };
}
