{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.infat;
}
