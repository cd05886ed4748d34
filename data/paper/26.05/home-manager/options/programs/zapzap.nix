{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zapzap;
}
