{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rio;
}
