{
  config,
  lib,
  options,
  pkgs,
}:
{
  "bitcoin.package" = pkgs.prometheus-bitcoin-exporter;
  "exportarr-bazarr.package" = pkgs.exportarr;
  "exportarr-lidarr.package" = pkgs.exportarr;
  "exportarr-prowlarr.package" = pkgs.exportarr;
  "exportarr-radarr.package" = pkgs.exportarr;
  "exportarr-readarr.package" = pkgs.exportarr;
  "exportarr-sonarr.package" = pkgs.exportarr;
  "klipper.package" = pkgs.prometheus-klipper-exporter;
  "pgbouncer.package" = pkgs.prometheus-pgbouncer-exporter;
  "php-fpm.package" = pkgs.prometheus-php-fpm-exporter;
  "pve.package" = pkgs.prometheus-pve-exporter;
  "rspamd.extraLabels" = { host = config.networking.hostName; };
  "varnish.instance" = config.services.varnish.stateDir;
}
