{
  config,
  lib,
  options,
  pkgs,
}:
{
  "ffmpeg" = pkgs.ffmpeg-headless;
  "package" = pkgs.epgstation;
}
