# The secrets of one station. They are decrypted while it starts, by its SSH host key, and lie in /run/secrets alone.
{ config, lib, ... }:
let
  cfg = config.stations.secrets;
  passwordOf = user: "${user}-password-hash";
in
{
  options.stations.secrets = {
    names = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      example = [ "restic-password" ];
      description = "Secrets of hosts/STATION.yaml that this station has; each is at config.sops.secrets.NAME.path.";
    };

    passwordsOf = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Users whose password comes from the secret USER-password-hash.";
    };
  };

  config = {
    sops = {
      defaultSopsFile = ./hosts + "/${config.networking.hostName}.yaml";
      age.sshKeyPaths = [ "/etc/ssh/ssh_host_ed25519_key" ];
      secrets =
        lib.genAttrs cfg.names (_: { })
        // lib.genAttrs (map passwordOf cfg.passwordsOf) (_: {
          # Accounts are made before other secrets are there.
          neededForUsers = true;
        });
    };

    users.users = lib.genAttrs cfg.passwordsOf (user: {
      hashedPasswordFile = config.sops.secrets.${passwordOf user}.path;
    });
  };
}
