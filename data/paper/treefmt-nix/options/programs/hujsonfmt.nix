{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.hujsonfmt;
}
