# What the Home Manager module makes of its options. It stands on the few options that it uses, so that Home Manager needs
# not be an input.
{
  lib,
  pkgs,
  module,
}:
let
  configOf =
    settings:
    (lib.evalModules {
      specialArgs = { inherit pkgs; };
      modules = [
        module
        {
          options = {
            home.packages = lib.mkOption {
              type = lib.types.listOf lib.types.package;
              default = [ ];
            };
            xdg.configFile = lib.mkOption {
              type = lib.types.attrsOf lib.types.anything;
              default = { };
            };
          };
          config.@option@ = settings;
        }
      ];
    }).config;

  off = configOf { };
  own = configOf {
    enable = true;
    settings.greeting = "Good day";
  };
in
{
  "nothing is there before it is enabled" = off.home.packages == [ ] && off.xdg.configFile == { };

  "the program is installed" = own.home.packages == [ own.@option@.package ];

  "settings are written" = own.xdg.configFile ? "@name@/config.toml";
}
