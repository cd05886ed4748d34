{ config, lib, ... }:
let
  cfg = config.systems.roles.development;
in
{
  options.systems.roles.development.enable =
    lib.mkEnableOption "the role of a machine for development";

  config.systems = lib.mkIf cfg.enable {
    development.enable = true;
    editor.enable = true;
    git.enable = true;
    shell.enable = true;
  };
}
