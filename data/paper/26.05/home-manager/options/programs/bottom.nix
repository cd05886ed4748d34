{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.bottom;
}
