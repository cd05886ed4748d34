{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.avizo;
}
