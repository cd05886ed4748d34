{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.evince;
}
