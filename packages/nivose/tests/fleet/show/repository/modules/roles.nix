# Roles and features, each with a switch.
{ config, lib, ... }:
let
  enable = lib.mkOption {
    type = lib.types.bool;
    default = false;
  };
in
{
  options.lab = {
    roles.server.enable = enable;
    roles.desktop.enable = enable;
    backup.enable = enable;
  };

  config = lib.mkIf config.lab.roles.server.enable {
    lab.backup.enable = true;
    services.nginx.enable = true;
  };
}
