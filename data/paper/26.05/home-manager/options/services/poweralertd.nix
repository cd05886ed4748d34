{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.poweralertd;
}
