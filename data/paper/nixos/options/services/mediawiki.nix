{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mediawiki;
  "passwordSender" = let cfg = config.services.mediawiki; in
if cfg.webserver == "apache" then
  if cfg.httpd.virtualHost.adminAddr != null then
    cfg.httpd.virtualHost.adminAddr
  else
    config.services.httpd.adminAddr else "root@localhost";
}
