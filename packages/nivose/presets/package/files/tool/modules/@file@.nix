# For NixOS: the program, and settings for everybody.
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
    environment.systemPackages = [ cfg.package ];

    environment.etc = lib.mkIf (cfg.settings != { }) {
      "xdg/@name@/config.toml".source = settingsFormat.generate "@name@.toml" cfg.settings;
    };
  };
}
