{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mtr;
}
