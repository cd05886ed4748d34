{
  config,
  lib,
  options,
  pkgs,
}:
{
  "transcoders" = [ "${pkgs.ffmpeg.bin}/bin/ffmpeg" ];
}
