{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.chromium;
}
