{ config, lib, ... }:
let
  cfg = config.@ns@.profiles.personal;
in
{
  options.@ns@.profiles.personal.enable = lib.mkEnableOption "what everybody has on a personal machine";

  config.@ns@ = lib.mkIf cfg.enable {
    editor.enable = true;
    git.enable = true;
    shell.enable = true;
  };
}
