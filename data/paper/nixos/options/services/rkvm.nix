{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = config.services.rkvm.server.enable || config.services.rkvm.client.enable;
  "package" = pkgs.rkvm;
}
