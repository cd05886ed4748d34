{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.jotta-cli;
}
