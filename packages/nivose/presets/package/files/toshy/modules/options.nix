# What can be set in NixOS and in Home Manager alike.
{ lib, defaultPackage }:
let
  inherit (lib) mkOption types;
in
{
  enable = lib.mkEnableOption "Toshy, a keymapper that makes Linux work like a Mac";

  package = mkOption {
    type = types.package;
    default = defaultPackage;
    defaultText = lib.literalMD "the package `toshy` of this flake";
    description = "The package of Toshy.";
  };

  configFile = mkOption {
    type = types.nullOr types.path;
    default = null;
    example = lib.literalExpression "./toshy_config.py";
    description = ''
      The keymap, which takes the place of {file}`~/.config/toshy/toshy_config.py`.

      Without one, upstream's is copied there at the first start, to be changed by hand.
    '';
  };

  barebones = mkOption {
    type = types.bool;
    default = false;
    description = "Whether to begin with upstream's keymap that has nothing in it yet. Only without {option}`configFile`.";
  };

  devices = mkOption {
    type = types.listOf types.str;
    default = [ ];
    example = [ "Apple Inc. Magic Keyboard" ];
    description = "Names or paths of the keyboards to map; all of them if there are none here.";
  };

  verbose = mkOption {
    type = types.bool;
    default = false;
    description = "Whether the keymapper tells in the journal what it does with every key. It then has what you type.";
  };

  windowServices = mkOption {
    type = types.listOf (
      types.enum [
        "cosmic"
        "kwin"
        "wlroots"
      ]
    );
    default = [
      "cosmic"
      "kwin"
      "wlroots"
    ];
    description = "Desktops for which a service tells which window has the focus. In any other desktop it ends by itself.";
  };

  sessionMonitor = mkOption {
    type = types.bool;
    default = true;
    description = "Whether the keymapper stops while another user has the screen.";
  };

  tray = mkOption {
    type = types.bool;
    default = false;
    description = "Whether the icon in the tray is started with the session.";
  };

  target = mkOption {
    type = types.str;
    default = "graphical-session.target";
    example = "default.target";
    description = "The unit of the user's systemd that starts everything. Some desktops never reach the usual one.";
  };

  environment = mkOption {
    type = types.attrsOf types.str;
    default = { };
    example = {
      XDG_SESSION_DESKTOP = "sway";
    };
    description = "Environment variables of all services.";
  };
}
