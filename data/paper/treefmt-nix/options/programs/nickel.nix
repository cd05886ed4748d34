{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.nickel;
}
