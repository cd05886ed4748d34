# It runs the containers of `containers/`.
{ config, lib, ... }:
let
  cfg = config.@ns@.roles.container-host;
in
{
  options.@ns@.roles.container-host.enable = lib.mkEnableOption "the role of a host of containers";

  config = lib.mkIf cfg.enable {
    @ns@.containers.enable = true;
  };
}
