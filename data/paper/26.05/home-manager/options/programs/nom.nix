{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nom;
}
