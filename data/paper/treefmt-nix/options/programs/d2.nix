{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.d2;
}
