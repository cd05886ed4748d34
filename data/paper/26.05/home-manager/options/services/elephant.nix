{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.elephant;
}
