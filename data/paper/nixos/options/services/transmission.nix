{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = pkgs.transmission_3;
  "settings.download-dir" = "${config.services.transmission.home}/Downloads";
  "settings.incomplete-dir" = "${config.services.transmission.home}/.incomplete";
  "settings.watch-dir" = "${config.services.transmission.home}/watchdir";
}
