{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.inori;
}
