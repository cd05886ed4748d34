{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.yt-dlp;
}
