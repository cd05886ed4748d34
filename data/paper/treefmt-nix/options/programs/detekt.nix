{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.detekt;
}
