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
        services.toshy = settings;
      }
    ]).config;

  off = configOf { };
  on = configOf { enable = true; };
  own = configOf {
    enable = true;
    configFile = ./nixos-module.nix;
    devices = [ "Apple 100% Keyboard" ];
    windowServices = [ "kwin" ];
    sessionMonitor = false;
    tray = true;
    users = [ "alice" ];
  };
  both = configOf {
    enable = true;
    configFile = ./nixos-module.nix;
    barebones = true;
  };

  example = configOf (import ../examples/nixos.nix).services.toshy;

  refusals =
    config:
    lib.filter (
      { assertion, message }: !assertion && lib.hasPrefix "services.toshy" message
    ) config.assertions;

  unitsOf = config: lib.filter (lib.hasPrefix "toshy") (lib.attrNames config.systemd.user.services);
  execOf = config: config.systemd.user.services.toshy-config.serviceConfig.ExecStart;
in
{
  "nothing is there before it is enabled" =
    unitsOf off == [ ] && !lib.elem "uinput" off.boot.kernelModules;

  "all services are there" =
    unitsOf on == [
      "toshy-config"
      "toshy-cosmic-dbus"
      "toshy-kwin-dbus"
      "toshy-session-monitor"
      "toshy-wlroots-dbus"
    ];

  "uinput and the rules of udev are there" =
    lib.elem "uinput" on.boot.kernelModules
    && lib.elem on.services.toshy.package on.services.udev.packages;

  "services are turned on and off one by one" =
    unitsOf own == [
      "toshy-config"
      "toshy-kwin-dbus"
      "toshy-tray"
    ];

  "keyboards with odd names are quoted" = lib.hasSuffix ''"--device" "Apple 100%% Keyboard"'' (
    execOf own
  );

  "a keymap is passed on" = lib.hasInfix ''"--file" "/nix/store/'' (execOf own);

  "users are in the group of the keyboards" = own.users.groups.input.members == [ "alice" ];

  "the example does what it says" =
    lib.elem "toshy-tray" (unitsOf example) && refusals example == [ ];

  "two keymaps are refused" = lib.length (refusals both) == 1;
}
