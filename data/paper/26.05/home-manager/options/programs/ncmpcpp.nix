{
  config,
  lib,
  options,
  pkgs,
}:
{
  "mpdMusicDir" = if pkgs.stdenv.hostPlatform.isLinux && config.services.mpd.enable then
  config.services.mpd.musicDirectory
else
  null;
  "package" = pkgs.ncmpcpp;
}
