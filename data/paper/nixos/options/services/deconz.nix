{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.deconz;
}
