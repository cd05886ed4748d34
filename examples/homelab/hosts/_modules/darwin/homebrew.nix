# Applications that only Homebrew has. Homebrew itself is installed by hand, once; see docs/new-host.md.
{ config, lib, ... }:
let
  cfg = config.homelab.homebrew;
in
{
  options.homelab.homebrew = {
    enable = lib.mkEnableOption "applications from Homebrew";

    casks = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "utm" ];
      description = "Names of casks. What is not named is left alone.";
    };
  };

  config = lib.mkIf cfg.enable {
    homebrew = {
      enable = true;
      inherit (cfg) casks;
      onActivation.cleanup = "none";
    };
  };
}
