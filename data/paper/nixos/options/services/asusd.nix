{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.asusctl;
}
