{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.input-remapper;
}
