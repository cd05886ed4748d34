{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.calibre;
}
