{ config, lib, ... }:
let
  cfg = config.@ns@.roles.development;
in
{
  options.@ns@.roles.development.enable = lib.mkEnableOption "the role of a machine for development";

  config.@ns@ = lib.mkIf cfg.enable {
    development.enable = true;
    editor.enable = true;
    git.enable = true;
    shell.enable = true;
  };
}
