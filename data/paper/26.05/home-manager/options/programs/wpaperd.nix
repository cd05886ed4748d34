{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.wpaperd;
}
