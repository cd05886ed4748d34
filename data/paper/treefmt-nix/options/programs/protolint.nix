{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.protolint;
}
