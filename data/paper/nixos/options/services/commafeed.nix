{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.commafeed;
}
