# An editor that works over SSH.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.platforms.home-manager;
in
{
  config = lib.mkIf cfg.enable {
    programs.helix = {
      enable = true;
      defaultEditor = true;
      settings = {
        theme = "base16_transparent";
        editor = {
          line-number = "relative";
          cursor-shape.insert = "bar";
        };
      };
    };
  };
}
