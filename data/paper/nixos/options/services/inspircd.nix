{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.inspircd;
}
