{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kodi;
}
