{ config, lib, ... }:
let
  cfg = config.systems.profiles.personal;
in
{
  options.systems.profiles.personal.enable =
    lib.mkEnableOption "what everybody has on a personal machine";

  config.systems = lib.mkIf cfg.enable {
    editor.enable = true;
    git.enable = true;
    shell.enable = true;
  };
}
