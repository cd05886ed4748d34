{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ghostty;
}
