{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.weylus;
}
