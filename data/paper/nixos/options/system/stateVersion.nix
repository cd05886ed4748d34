{
  config,
  lib,
  options,
  pkgs,
}:
{
  "" = config.system.nixos.release;
}
