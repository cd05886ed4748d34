{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.proton-pass-cli;
}
