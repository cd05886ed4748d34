{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.darling;
}
