{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.noti;
}
