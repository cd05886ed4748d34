{ config, lib, ... }:
{
  options.home-lab.sound.enable = lib.mkEnableOption "sound";
  config = lib.mkIf config.home-lab.sound.enable { };
}
