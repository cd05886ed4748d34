{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.watson;
}
