{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.halloy;
}
