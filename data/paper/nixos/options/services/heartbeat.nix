{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.heartbeat;
}
