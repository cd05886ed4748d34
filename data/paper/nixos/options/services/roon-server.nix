{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.roon-server;
}
