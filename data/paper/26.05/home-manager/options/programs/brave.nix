{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.brave;
}
