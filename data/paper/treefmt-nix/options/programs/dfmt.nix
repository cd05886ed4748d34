{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.dformat;
}
