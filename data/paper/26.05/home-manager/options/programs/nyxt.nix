{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nyxt;
}
