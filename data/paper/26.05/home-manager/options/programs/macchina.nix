{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.macchina;
}
