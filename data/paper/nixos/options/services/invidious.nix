{
  config,
  lib,
  options,
  pkgs,
}:
{
  "address" = if config.services.invidious.nginx.enable then "127.0.0.1" else "0.0.0.0";
  "database.port" = config.services.postgresql.settings.port;
  "http3-ytproxy.package" = pkgs.http3-ytproxy;
  "package" = pkgs.invidious;
  "sig-helper.package" = pkgs.inv-sig-helper;
}
