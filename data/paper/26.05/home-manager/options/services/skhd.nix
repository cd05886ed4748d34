{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.skhd;
}
