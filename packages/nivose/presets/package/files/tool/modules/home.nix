# For Home Manager: the program, and settings of one user.
{ packagesFor }:
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@option@;
  settingsFormat = pkgs.formats.toml { };
in
{
  options.@option@ = import ./options.nix {
    inherit lib settingsFormat;
    defaultPackage = (packagesFor pkgs).default;
  };

  config = lib.mkIf cfg.enable {
    home.packages = [ cfg.package ];

    xdg.configFile = lib.mkIf (cfg.settings != { }) {
      "@name@/config.toml".source = settingsFormat.generate "@name@.toml" cfg.settings;
    };
  };
}
