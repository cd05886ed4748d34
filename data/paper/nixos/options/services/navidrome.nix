{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.navidrome;
}
