{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mediagoblin;
}
