{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rathole;
}
