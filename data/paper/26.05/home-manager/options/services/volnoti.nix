{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.volnoti;
}
