{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.todesk;
}
