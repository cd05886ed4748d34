# Secrets with a schema. What is declared here is checked three times: its type when the host is evaluated, its presence
# in the encrypted file by an assertion, and its form by scripts/secrets-check.sh, which decrypts.
{
  config,
  host,
  lib,
  ...
}:
let
  inherit (lib) mkOption types;
  cfg = config.homelab.secrets;
  file = ../.. + "/${host.name}/secrets.yaml";

  secretType = types.submodule {
    options = {
      description = mkOption {
        type = types.str;
        description = "What it is for.";
      };
      kind = mkOption {
        type = types.enum [
          "password"
          "token"
          "key"
          "config"
        ];
        description = "What it is: chosen by a machine, given by a service, a private key, or a piece of configuration.";
      };
      pattern = mkOption {
        type = types.str;
        default = ".+";
        description = "A regular expression (that of jq) which the whole value has to match.";
      };
      minLength = mkOption {
        type = types.ints.unsigned;
        default = 1;
        description = "How many characters it has at least.";
      };
      rotateAfterDays = mkOption {
        type = types.nullOr types.ints.positive;
        default = null;
        description = "After how many days it is due for a new value; never, if this is null.";
      };
      owner = mkOption {
        type = types.str;
        default = "root";
        description = "Who can read it on the host.";
      };
      restartUnits = mkOption {
        type = types.listOf types.str;
        default = [ ];
        description = "Units of systemd that are restarted when it changes. On macOS there are none.";
      };
    };
  };

  # A machine that is new has no file yet, and has to evaluate all the same. The names in a SOPS file are not encrypted.
  exists = builtins.pathExists file;
  lines = lib.optionals exists (lib.splitString "\n" (builtins.readFile file));
  isPresent = name: lib.any (lib.hasPrefix "${name}:") lines;
  present = lib.filterAttrs (name: _: isPresent name) cfg;
  missing = builtins.filter (name: !isPresent name) (builtins.attrNames cfg);
in
{
  options.homelab.secrets = mkOption {
    type = types.attrsOf secretType;
    default = { };
    description = "The secrets of this host, by their names in hosts/<host>/secrets.yaml.";
  };

  config = {
    homelab.secrets.nix-access-tokens = lib.mkIf exists {
      description = "A setting `access-tokens` for nix.conf, so that forges do not limit how often we ask them.";
      kind = "config";
      pattern = "(#.*|access-tokens = .+)";
    };

    # A file that is not there yet is no mistake to Nix, because of the exclamation mark.
    nix.extraOptions = lib.mkIf exists "!include ${config.sops.secrets.nix-access-tokens.path}";

    sops = {
      defaultSopsFile = lib.mkIf exists file;
      # The host's SSH key is its age key as well: there is no other key to lose.
      age.sshKeyPaths = [ "/etc/ssh/ssh_host_ed25519_key" ];
      gnupg.sshKeyPaths = [ ];
      secrets = lib.mapAttrs (
        _: secret:
        {
          inherit (secret) owner;
        }
        // lib.optionalAttrs (host.kind == "nixos") { inherit (secret) restartUnits; }
      ) present;
    };

    assertions = [
      {
        assertion = missing == [ ];
        message = "hosts/${host.name}/secrets.yaml lacks ${toString missing}. Add it with 'sops hosts/${host.name}/secrets.yaml'.";
      }
    ];
  };
}
