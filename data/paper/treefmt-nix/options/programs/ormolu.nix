{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ormolu;
}
