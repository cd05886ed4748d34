{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.firefox;
}
