{
  config,
  lib,
  options,
  pkgs,
}:
{
  "collector.enable" = config.services.scrutiny.enable;
  "collector.package" = pkgs.scrutiny-collector;
  "package" = pkgs.scrutiny;
}
