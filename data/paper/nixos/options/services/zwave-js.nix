{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.zwave-js-server;
}
