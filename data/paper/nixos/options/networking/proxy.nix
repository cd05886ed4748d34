{
  config,
  lib,
  options,
  pkgs,
}:
{
  "allProxy" = config.networking.proxy.default;
  "ftpProxy" = config.networking.proxy.default;
  "httpProxy" = config.networking.proxy.default;
  "httpsProxy" = config.networking.proxy.default;
  "rsyncProxy" = config.networking.proxy.default;
}
