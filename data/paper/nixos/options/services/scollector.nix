{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.scollector;
}
