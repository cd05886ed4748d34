{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.projecteur;
}
