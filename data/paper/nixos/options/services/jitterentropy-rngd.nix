{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jitterentropy-rngd;
}
