{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = with pkgs; [ exiftool ffmpeg-headless graphicsmagick-imagemagick-compat ];
}
