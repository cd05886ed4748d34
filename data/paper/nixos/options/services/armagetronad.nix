{
  config,
  lib,
  options,
  pkgs,
}:
{
  "servers.<name>.package" = name: pkgs.armagetronad-dedicated;
}
