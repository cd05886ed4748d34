{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wob;
}
