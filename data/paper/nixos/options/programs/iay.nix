{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.iay;
}
