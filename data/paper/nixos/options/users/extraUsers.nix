{
  config,
  lib,
  options,
  pkgs,
}:
{
  "<name>.shell" = name: pkgs.shadow;
}
