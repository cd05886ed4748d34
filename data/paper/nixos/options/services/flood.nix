{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flood;
}
