{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.tika;
}
