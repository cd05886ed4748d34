{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.prowlarr;
}
