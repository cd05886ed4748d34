{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.torrentstream;
}
