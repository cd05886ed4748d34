# What an account is on NixOS. `passwd` sets its password; without one its owner comes in by SSH only.
{ config, lib, ... }:
let
  cfg = config.@namespace@.base.users;
in
{
  config = lib.mkIf cfg.enable {
    users.users = lib.mapAttrs (_: person: {
      isNormalUser = true;
      extraGroups = lib.optionals person.admin [ "wheel" ];
    }) cfg.people;
  };
}
