{
  config,
  lib,
  options,
  pkgs,
}:
{
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "package" = pkgs.movim;
  "phpPackage" = pkgs.php;
  "precompressStaticFiles.brotli.package" = pkgs.brotli;
  "precompressStaticFiles.gzip.package" = pkgs.gzip;
}
