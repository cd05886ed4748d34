{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.river-classic;
}
