{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.anki;
}
