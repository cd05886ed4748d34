# What this host reads of shared/secrets/hosts/@host@.yaml, with the key that its SSH server has. sops-nix decrypts it at
# activation, to files below /run/secrets: none of it is in the store.
{
  sops = {
    defaultSopsFile = ../../../shared/secrets/hosts/@host@.yaml;
    age.sshKeyPaths = [ "/etc/ssh/ssh_host_ed25519_key" ];

    secrets = {
      @secrets@
    };
  };
}
