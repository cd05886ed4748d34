{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enable" = config.services.tor.enable && config.services.tor.client.enable;
}
