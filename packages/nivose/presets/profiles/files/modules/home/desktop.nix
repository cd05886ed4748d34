# Programs with a window, where there is a desktop.
{ config, lib, ... }:
let
  cfg = config.@ns@.desktop;
in
{
  options.@ns@.desktop.enable = lib.mkEnableOption "programs with a window";

  config = lib.mkIf cfg.enable {
    programs.kitty = {
      enable = true;
      settings = {
        enable_audio_bell = false;
        scrollback_lines = 10000;
      };
    };
  };
}
