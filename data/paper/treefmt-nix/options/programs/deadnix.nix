{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.deadnix;
}
