{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tirith;
}
