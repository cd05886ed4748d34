# Which secret goes where, by category: each file here stands for a folder of `secrets/`.
{
  imports = [
    ./backup.nix
    ./containers.nix
    ./services.nix
    ./users.nix
    ./work.nix
  ];

  # A machine reads its secrets with the key that it has for SSH; its recipient in `.sops.yaml` is made from that.
  sops = {
    age.sshKeyPaths = [ "/etc/ssh/ssh_host_ed25519_key" ];
    gnupg.sshKeyPaths = [ ];
  };
}
