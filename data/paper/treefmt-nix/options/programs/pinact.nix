{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pinact;
}
