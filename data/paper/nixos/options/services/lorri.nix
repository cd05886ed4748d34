{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.lorri;
}
