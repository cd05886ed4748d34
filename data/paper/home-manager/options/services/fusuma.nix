{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.fusuma;
}
