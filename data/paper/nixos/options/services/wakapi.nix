{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wakapi;
}
