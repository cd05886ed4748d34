{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rimgo;
}
