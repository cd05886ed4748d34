# The user's services, as plain data: what each is for and what it runs. NixOS and Home Manager write them down in ways of
# their own. Upstream's windows look for these names.
{ lib, cfg }:
let
  program = lib.getExe cfg.package;

  # For ExecStart: systemd reads quotes as JSON does, and has two signs of its own.
  quote = word: builtins.toJSON (lib.replaceStrings [ "%" "$" ] [ "%%" "$$" ] word);
  command = words: lib.concatMapStringsSep " " quote ([ program ] ++ words);

  windowService = desktop: {
    name = "toshy-${desktop}-dbus";
    value = {
      description = "Toshy: windows of ${desktop}";
      command = command [
        "run"
        "${desktop}-dbus"
      ];
      restart = "on-failure";
    };
  };
in
{
  toshy-config = {
    description = "Toshy: keymapper";
    command = command (
      [ "config" ]
      ++ lib.optionals (cfg.configFile != null) [
        "--file"
        "${cfg.configFile}"
      ]
      ++ lib.optionals cfg.barebones [ "--barebones" ]
      ++ lib.optionals cfg.verbose [ "--verbose" ]
      ++ lib.concatMap (device: [
        "--device"
        device
      ]) cfg.devices
    );
    restart = "always";
  };
}
// lib.listToAttrs (map windowService cfg.windowServices)
// lib.optionalAttrs cfg.sessionMonitor {
  toshy-session-monitor = {
    description = "Toshy: stops while another user has the screen";
    command = command [
      "run"
      "session-monitor"
    ];
    restart = "always";
  };
}
// lib.optionalAttrs cfg.tray {
  toshy-tray = {
    description = "Toshy: icon in the tray";
    command = command [
      "run"
      "tray"
    ];
    restart = "on-failure";
  };
}
