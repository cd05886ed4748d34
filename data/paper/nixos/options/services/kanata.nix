{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.kanata;
}
