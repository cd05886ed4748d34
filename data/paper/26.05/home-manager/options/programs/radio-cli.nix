{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.radio-cli;
}
