{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aliae;
}
