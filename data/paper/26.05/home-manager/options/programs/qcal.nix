{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.qcal;
}
