# Numbers of users and groups that are the same on all Macs.
{ config, lib, ... }:
{
  config.ids = {
    uids = {
      nixbld = lib.mkDefault 350;
      _prometheus-node-exporter = 534;
    };
    gids = {
      nixbld = lib.mkDefault (if config.system.stateVersion < 5 then 30000 else 350);
      _prometheus-node-exporter = 534;
    };
  };
}
