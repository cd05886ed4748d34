{
  config,
  lib,
  options,
  pkgs,
}:
{
  "version" = config.system.image.version;
}
