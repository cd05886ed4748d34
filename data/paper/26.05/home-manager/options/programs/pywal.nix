{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.pywal;
}
