{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = if config.services.nginx.defaultMimeTypes == "${pkgs.mailcap}/etc/nginx/mime.types" then 2688 else 1024;
}
