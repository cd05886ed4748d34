# What the Home Manager module makes of its options. It stands on the few options that it uses, so that Home Manager needs
# not be an input.
{
  lib,
  pkgs,
  module,
}:
let
  any = lib.mkOption {
    type = lib.types.attrsOf lib.types.anything;
    default = { };
  };

  configOf =
    settings:
    (lib.evalModules {
      specialArgs = { inherit pkgs; };
      modules = [
        module
        {
          options = {
            assertions = lib.mkOption { type = lib.types.listOf lib.types.anything; };
            home.packages = lib.mkOption {
              type = lib.types.listOf lib.types.package;
              default = [ ];
            };
            systemd.user.services = any;
          };
          config.services.toshy = settings;
        }
      ];
    }).config;

  off = configOf { };
  on = configOf {
    enable = true;
    environment.XDG_SESSION_DESKTOP = "sway";
    target = "sway-session.target";
  };
  example = configOf (import ../examples/home.nix).services.toshy;
  inherit (on.systemd.user.services) toshy-config;
in
{
  "nothing is there before it is enabled" = off.systemd.user.services == { } && off.home.packages == [ ];

  "the programs are installed" = on.home.packages == [ on.services.toshy.package ];

  "the services begin with their target" = toshy-config.Install.WantedBy == [ "sway-session.target" ];

  "the services have the environment" = toshy-config.Service.Environment == [ "XDG_SESSION_DESKTOP=sway" ];

  "the example does what it says" = example.systemd.user.services ? toshy-tray;

  "nothing is asserted that is not so" = lib.all ({ assertion, ... }: assertion) on.assertions;
}
