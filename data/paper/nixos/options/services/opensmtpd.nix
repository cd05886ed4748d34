{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.opensmtpd;
}
