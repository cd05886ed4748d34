{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.plausible;
}
