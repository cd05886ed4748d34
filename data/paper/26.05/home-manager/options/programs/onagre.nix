{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.onagre;
}
