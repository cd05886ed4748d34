{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.aiac;
}
