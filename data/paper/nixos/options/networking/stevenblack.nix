{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.stevenblack-blocklist;
}
