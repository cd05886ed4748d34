{
  config,
  lib,
  options,
  pkgs,
}:
{
  "minifyStaticFiles.script.package" = pkgs.esbuild;
  "minifyStaticFiles.style.package" = pkgs.lightningcss;
  "minifyStaticFiles.svg.package" = pkgs.scour;
  "nginx.locations.<name>.recommendedProxySettings" = name: config.services.nginx.recommendedProxySettings;
  "package" = pkgs.movim;
  "phpPackage" = pkgs.php;
  "precompressStaticFiles.brotli.package" = pkgs.brotli;
  "precompressStaticFiles.gzip.package" = pkgs.gzip;
}
