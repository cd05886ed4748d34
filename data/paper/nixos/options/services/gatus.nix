{
  config,
  lib,
  options,
  pkgs,
}:
{
  "configFile" = let cfg = config.services.gatus; in
let settingsFormat = pkgs.formats.yaml { }; in settingsFormat.generate "gatus.yaml" cfg.settings;
  "package" = pkgs.gatus;
}
