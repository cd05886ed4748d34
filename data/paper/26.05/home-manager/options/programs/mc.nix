{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mc;
}
