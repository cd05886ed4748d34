{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = !config.boot.isContainer;
}
