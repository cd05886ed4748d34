{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.audiobookshelf;
}
