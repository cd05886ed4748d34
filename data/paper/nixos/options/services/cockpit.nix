{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cockpit;
}
