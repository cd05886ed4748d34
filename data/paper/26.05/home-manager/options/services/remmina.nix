{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.remmina;
}
