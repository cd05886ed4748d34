{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.mediawiki;
  "url" = ''
  if "mediawiki uses ssl" then "{"https" else "http"}://''${cfg.hostName}" else "http://localhost";
'';
}
