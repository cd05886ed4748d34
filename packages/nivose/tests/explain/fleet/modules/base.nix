{ config, lib, ... }:
let
  cfg = config.services.web;
in
{
  services.web = {
    port = lib.mkDefault 8080;
    name = "base";
    plugins = lib.mkMerge [
      [ "base" ]
      (lib.mkAfter [ "last" ])
      (lib.mkIf (!cfg.enable) [ "standby" ])
      (lib.mkBefore [ "first" ])
    ];
    sites."a.b".root = lib.mkDefault "/base";
    limits = {
      files = 100;
    };
  };
}
