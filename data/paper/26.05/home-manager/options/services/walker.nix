{
  config,
  lib,
  options,
  pkgs,
}:
{
  "enableElephantIntegration" = config.services.elephant.enable;
  "package" = pkgs.walker;
}
