{ config, lib, ... }:
let
  cfg = config.systems.profiles.server;
in
{
  options.systems.profiles.server.enable = lib.mkEnableOption "what everybody has on a server";

  config.systems = lib.mkIf cfg.enable {
    shell.enable = true;
  };
}
