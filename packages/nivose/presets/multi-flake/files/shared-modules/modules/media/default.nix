# Media: programs that play, record and edit.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.@namespace@.media;
in
{
  options.@namespace@.media.enable = lib.mkEnableOption "programs for sound, pictures and video";

  config = lib.mkIf cfg.enable {
    environment.systemPackages = [
      pkgs.ffmpeg
      pkgs.gimp
      pkgs.imv
      pkgs.mpv
      pkgs.obs-studio
      pkgs.yt-dlp
    ];

    hardware.graphics.enable = true;
  };
}
