{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.birdwatcher;
}
