{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.offlineimap;
}
