{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.goatcounter;
}
