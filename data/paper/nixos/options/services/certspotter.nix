{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.certspotter;
}
