{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vdr;
}
