{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.ols;
}
