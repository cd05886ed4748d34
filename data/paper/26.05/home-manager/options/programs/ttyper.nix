{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ttyper;
}
