{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zapret;
}
