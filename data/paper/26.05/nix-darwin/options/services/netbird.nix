{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.netbird;
}
