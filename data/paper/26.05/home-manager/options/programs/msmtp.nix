{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.msmtp;
}
