# People: who they are and which keys they log in with. What an account is besides is said by the platform.
{ config, lib, ... }:
let
  cfg = config.@namespace@.base.users;

  person = lib.types.submodule {
    options = {
      fullName = lib.mkOption {
        type = lib.types.str;
        description = "The name of the person.";
      };

      email = lib.mkOption {
        type = lib.types.str;
        description = "The address that commits are signed off with.";
      };

      sshKeys = lib.mkOption {
        type = lib.types.listOf lib.types.singleLineStr;
        default = [ ];
        description = "Public keys that may log in to the account.";
      };

      admin = lib.mkOption {
        type = lib.types.bool;
        default = true;
        description = "Whether the person may become root.";
      };
    };
  };
in
{
  options.@namespace@.base.users = {
    enable = lib.mkEnableOption "accounts for the people of this machine";

    people = lib.mkOption {
      type = lib.types.attrsOf person;
      default = { };
      description = "People with an account, by their login names.";
    };
  };

  config = lib.mkIf cfg.enable {
    users.users = lib.mapAttrs (_: each: {
      description = each.fullName;
      openssh.authorizedKeys.keys = each.sshKeys;
    }) cfg.people;
  };
}
