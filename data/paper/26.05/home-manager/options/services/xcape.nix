{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.xcape;
}
