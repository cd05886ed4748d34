# It runs the containers of `containers/`.
{ config, lib, ... }:
let
  cfg = config.systems.roles.container-host;
in
{
  options.systems.roles.container-host.enable = lib.mkEnableOption "the role of a host of containers";

  config = lib.mkIf cfg.enable {
    systems.containers.enable = true;
  };
}
