{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.foot;
}
