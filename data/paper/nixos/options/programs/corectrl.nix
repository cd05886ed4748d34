{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.corectrl;
}
