{
  config,
  lib,
  options,
  pkgs,
}:
{
  "package" = if config.services.fprintd.tod.enable then pkgs.fprintd-tod else pkgs.fprintd;
}
