# Toshy for NixOS: access to keyboards, the programs, and the services of every user's session.
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
  options.services.toshy =
    import ./options.nix {
      inherit lib;
      defaultPackage = (packagesFor pkgs).toshy;
    }
    // {
      users = lib.mkOption {
        type = lib.types.listOf lib.types.str;
        default = [ ];
        example = [ "alice" ];
        description = ''
          Users who reach keyboards without being logged in at the screen. Whoever is, needs not be here.

          They can read every key that anybody types.
        '';
      };

      everySession = lib.mkOption {
        type = lib.types.bool;
        default = true;
        description = "Whether the services are started in every user's session; not where Home Manager starts them.";
      };
    };

  config = lib.mkIf cfg.enable {
    assertions = [
      {
        assertion = cfg.configFile == null || !cfg.barebones;
        message = "services.toshy: `barebones` is upstream's empty keymap, and `configFile` another one; choose one of them.";
      }
    ];

    environment.systemPackages = [ cfg.package ];

    boot.kernelModules = [ "uinput" ];
    services.udev.packages = [ cfg.package ];
    users.groups.input.members = cfg.users;

    systemd.user.services = lib.mkIf cfg.everySession (
      lib.mapAttrs (_: unit: {
        inherit (unit) description;
        inherit (cfg) environment;
        wantedBy = [ cfg.target ];
        partOf = [ cfg.target ];
        after = [ cfg.target ];
        serviceConfig = {
          ExecStart = unit.command;
          Restart = unit.restart;
          RestartSec = 5;
        };
      }) units
    );
  };
}
