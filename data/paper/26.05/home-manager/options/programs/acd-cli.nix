{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.acd-cli;
}
