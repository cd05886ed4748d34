{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.shadow;
}
