# Applications that nixpkgs does not have for macOS. nix-darwin drives Homebrew, and does not install it: docs/macos.md.
{ config, lib, ... }:
let
  cfg = config.systems.homebrew;
in
{
  options.systems.homebrew = {
    enable = lib.mkEnableOption "Homebrew";
    casks = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "firefox" ];
      description = "Applications with a window.";
    };
    brews = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Tools, where nixpkgs has none that works.";
    };
    apps = lib.mkOption {
      type = lib.types.attrsOf lib.types.ints.positive;
      default = { };
      example = {
        Xcode = 497799835;
      };
      description = "Applications of the App Store, with their numbers. Somebody has to be signed in there.";
    };
    removeOthers = lib.mkOption {
      type = lib.types.bool;
      default = false;
      description = "Whether what is not listed here is uninstalled. Turn it on once the list is complete.";
    };
  };

  config = lib.mkIf cfg.enable {
    # Homebrew belongs to somebody.
    homebrew = lib.mkIf (config.systems.primaryUser != null) {
      enable = true;
      inherit (cfg) brews casks;
      masApps = cfg.apps;
      onActivation = {
        # A switch must give the same result today and tomorrow: upgrades are asked for, with `brew upgrade`.
        autoUpdate = false;
        upgrade = false;
        cleanup = if cfg.removeOthers then "uninstall" else "none";
      };
    };

    warnings = lib.optional (
      config.systems.primaryUser == null
    ) "${config.networking.hostName} has no user in fleet.nix, so it has no Homebrew.";
  };
}
