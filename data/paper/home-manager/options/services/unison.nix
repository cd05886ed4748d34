{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.unison;
}
