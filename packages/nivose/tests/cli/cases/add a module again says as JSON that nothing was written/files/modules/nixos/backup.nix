{ config, lib, ... }:
{
  options.home-lab.backup.enable = lib.mkEnableOption "backup";
  config = lib.mkIf config.home-lab.backup.enable { };
}
