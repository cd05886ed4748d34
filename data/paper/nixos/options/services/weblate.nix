{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.weblate;
}
