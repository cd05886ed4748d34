{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.thermald;
}
