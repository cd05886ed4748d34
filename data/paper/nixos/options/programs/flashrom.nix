{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.flashrom;
}
