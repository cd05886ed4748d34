{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.termite;
}
