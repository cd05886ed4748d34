{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.clipcat;
}
