{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.meli;
}
