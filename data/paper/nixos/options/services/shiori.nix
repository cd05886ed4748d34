{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.shiori;
}
