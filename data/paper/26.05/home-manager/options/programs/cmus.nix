{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cmus;
}
