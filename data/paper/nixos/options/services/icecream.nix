{
  config,
  lib,
  options,
  pkgs,
}:
{
  "daemon.package" = pkgs.icecream;
  "scheduler.package" = pkgs.icecream;
}
