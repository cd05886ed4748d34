{ config, lib, ... }:
let
  cfg = config.@ns@.profiles.server;
in
{
  options.@ns@.profiles.server.enable = lib.mkEnableOption "what everybody has on a server";

  config.@ns@ = lib.mkIf cfg.enable {
    shell.enable = true;
  };
}
