{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.cargo;
}
