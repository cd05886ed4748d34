{
  config,
  lib,
  options,
  pkgs,
}:
{
  "xautolock.package" = pkgs.xautolock;
  "xss-lock.package" = pkgs.xss-lock;
}
