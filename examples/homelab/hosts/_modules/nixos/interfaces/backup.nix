# What is worth keeping. Services add their state; services/restic.nix saves it.
{ lib, ... }:
{
  options.homelab.backup = {
    paths = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Files and folders that are backed up.";
    };

    exclude = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Patterns of what is not.";
    };
  };
}
