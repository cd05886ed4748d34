# What the NixOS module makes of its options, as sentences that are true or not.
{
  lib,
  pkgs,
  module,
}:
let
  configOf =
    settings:
    (pkgs.nixos [
      module
      {
        system.stateVersion = lib.trivial.release;
        @option@ = settings;
      }
    ]).config;

  file = "xdg/@name@/config.toml";
  off = configOf { };
  on = configOf { enable = true; };
  own = configOf {
    enable = true;
    settings.greeting = "Good day";
  };
in
{
  "nothing is there before it is enabled" =
    !lib.elem off.@option@.package off.environment.systemPackages;

  "the program is installed" = lib.elem on.@option@.package on.environment.systemPackages;

  "there is no file of settings without settings" = !(on.environment.etc ? ${file});

  "settings are written" = own.environment.etc ? ${file};
}
