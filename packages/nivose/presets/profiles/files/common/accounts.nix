# People who have an account on a machine. What becomes of them is in `modules/nixos/accounts.nix` and its sibling for macOS.
{ lib, ... }:
{
  options.@ns@.accounts = lib.mkOption {
    type = lib.types.attrsOf (
      lib.types.submodule (
        { name, ... }:
        {
          options = {
            fullName = lib.mkOption {
              type = lib.types.str;
              default = name;
              description = "The name of the person.";
            };
            sshKeys = lib.mkOption {
              type = lib.types.listOf lib.types.str;
              default = [ ];
              description = "Public keys that may log in.";
            };
            isAdministrator = lib.mkOption {
              type = lib.types.bool;
              default = true;
              description = "Whether the person may become root.";
            };
            passwordFile = lib.mkOption {
              type = lib.types.nullOr lib.types.str;
              default = null;
              description = ''
                A file with the hash of the password, as `mkpasswd` prints it. Without one, the password is set on the
                machine itself, with `passwd`.
              '';
            };
          };
        }
      )
    );
    default = { };
    description = "Accounts of people, by login name.";
  };
}
