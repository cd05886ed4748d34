{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wayle;
}
