{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mympd;
}
