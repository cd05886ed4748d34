{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.golines;
}
