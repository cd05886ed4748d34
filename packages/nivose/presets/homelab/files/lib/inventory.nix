# The inventory with its types: a slip in fleet.nix or users.nix is an error that names the host and the attribute.
{ lib }:
{ hosts, users }:
let
  inherit (lib) mkOption types;

  # What can be named is what there is a file for.
  modulesIn = folder: map (lib.removeSuffix ".nix") (builtins.attrNames (builtins.readDir folder));

  hostType = types.submodule (
    { name, ... }:
    {
      options = {
        name = mkOption {
          type = types.str;
          readOnly = true;
          default = name;
          description = "The host name.";
        };
        description = mkOption {
          type = types.str;
          default = "";
          description = "What the machine is for.";
        };
        kind = mkOption {
          type = types.enum [
            "nixos"
            "darwin"
          ];
          description = "What runs on it.";
        };
        system = mkOption {
          type = types.enum [
            "aarch64-darwin"
            "aarch64-linux"
            "x86_64-darwin"
            "x86_64-linux"
          ];
          description = "Its platform.";
        };
        hardware = mkOption {
          type = types.str;
          description = "What kind of machine it is.";
        };
        address = mkOption {
          type = types.str;
          default = name;
          description = "Where SSH reaches it. An IPv4 address is published by the name server, too.";
        };
        users = mkOption {
          type = types.listOf (types.enum (builtins.attrNames users));
          default = [ ];
          description = "Who has an account: names of users.nix.";
        };
        roles = mkOption {
          type = types.listOf (types.enum (import ../hosts/_modules/common/role-names.nix));
          default = [ ];
          description = "What it does; see hosts/_modules/nixos/roles.";
        };
        services = mkOption {
          type = types.listOf (types.enum (modulesIn ../hosts/_modules/nixos/services));
          default = [ ];
          description = "What it offers; see hosts/_modules/nixos/services.";
        };
        tags = mkOption {
          type = types.listOf types.str;
          default = [ ];
          description = "Words by which scripts choose it.";
        };
        wave = mkOption {
          type = types.ints.unsigned;
          default = 1;
          description = "When it is deployed: the lowest wave first.";
        };
        dependsOn = mkOption {
          type = types.listOf (types.enum (builtins.attrNames hosts));
          default = [ ];
          description = "Hosts that are deployed before it.";
        };
      };
    }
  );

  userType = types.submodule {
    options = {
      fullName = mkOption {
        type = types.str;
        description = "The name of the person.";
      };
      email = mkOption {
        type = types.str;
        description = "The address for Git.";
      };
      sshKeys = mkOption {
        type = types.listOf types.str;
        default = [ ];
        description = "Public keys that may log in.";
      };
      admin = mkOption {
        type = types.bool;
        default = true;
        description = "Whether the person may become root.";
      };
    };
  };

  checked =
    (lib.evalModules {
      modules = [
        {
          options = {
            hosts = mkOption {
              type = types.attrsOf hostType;
              description = "The machines.";
            };
            users = mkOption {
              type = types.attrsOf userType;
              description = "The people.";
            };
          };
        }
        {
          _file = "fleet.nix";
          config = { inherit hosts; };
        }
        {
          _file = "users.nix";
          config = { inherit users; };
        }
      ];
    }).config;
in
# All of it at once: a slip in the entry of one host is not to wait until that host is built.
builtins.deepSeq checked checked
