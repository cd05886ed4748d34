{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.rstfmt;
}
