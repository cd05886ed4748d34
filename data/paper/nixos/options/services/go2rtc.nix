{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.go2rtc;
  "settings.ffmpeg.bin" = lib.getExe pkgs.ffmpeg-headless;
}
