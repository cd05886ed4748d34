{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.peroxide;
}
