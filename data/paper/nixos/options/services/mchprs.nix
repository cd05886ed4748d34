{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mchprs;
}
