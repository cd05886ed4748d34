{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.antigravity-cli;
}
