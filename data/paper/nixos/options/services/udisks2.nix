{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.udisks2;
}
