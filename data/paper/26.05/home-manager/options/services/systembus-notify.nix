{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.systembus-notify;
}
