{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.anup;
}
