{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.vicinae;
}
