{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dart;
}
