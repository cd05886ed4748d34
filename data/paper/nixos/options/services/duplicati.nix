{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.duplicati;
}
