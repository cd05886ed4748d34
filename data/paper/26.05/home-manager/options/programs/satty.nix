{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.satty;
}
