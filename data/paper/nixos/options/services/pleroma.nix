{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pleroma;
}
