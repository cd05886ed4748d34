# Accounts of macOS are made by macOS; nix-darwin has to know where their homes are.
{ config, lib, ... }:
let
  cfg = config.mxmlabs.base.users;
in
{
  config = lib.mkIf cfg.enable {
    users.users = lib.mapAttrs (name: _: { home = "/Users/${name}"; }) cfg.people;
  };
}
