# Accounts of people.nix. Who is an administrator there may become root, and reaches root by SSH.
{ config, lib, ... }:
let
  cfg = config.@namespace@.base;
  everybody = import ./people.nix;
  people = lib.genAttrs cfg.people (name: everybody.${name});
  admins = lib.filterAttrs (_: person: person.admin) people;
in
{
  options.@namespace@.base.people = lib.mkOption {
    type = lib.types.listOf (lib.types.enum (builtins.attrNames everybody));
    default = [ ];
    description = "Who has an account on this station; people.nix tells who there is.";
  };

  config = lib.mkIf cfg.enable {
    users.users =
      lib.mapAttrs (_: person: {
        isNormalUser = true;
        description = person.fullName;
        extraGroups = lib.optionals person.admin [ "wheel" ];
        openssh.authorizedKeys.keys = person.sshKeys;
      }) people
      // {
        root.openssh.authorizedKeys.keys = lib.concatMap (person: person.sshKeys) (
          builtins.attrValues admins
        );
      };
  };
}
