{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.protonmail-bridge;
}
