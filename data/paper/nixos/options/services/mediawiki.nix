{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mediawiki;
}
