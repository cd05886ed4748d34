{
  config,
  lib,
  options,
  pkgs,
}:
{
  "jre" = pkgs.jre8;
  "transcoders" = [ "${pkgs.ffmpeg.bin}/bin/ffmpeg" ];
  "war" = "${pkgs.airsonic}/webapps/airsonic.war";
}
