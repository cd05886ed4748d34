{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.anime-downloader;
}
