{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.elmPackages.elm-format;
}
