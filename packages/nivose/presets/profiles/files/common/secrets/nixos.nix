# Which secret goes where, by category: each file here stands for a folder of `secrets/`.
{
  imports = [
    ./backup.nix
    ./containers.nix
    # @if monitoring@
    ./services.nix
    # @end@
    ./users.nix
    # @if work@
    ./work.nix
    # @end@
  ];

  # A machine reads its secrets with the key that it has for SSH; its recipient in `.sops.yaml` is made from that.
  sops = {
    age.sshKeyPaths = [ "/etc/ssh/ssh_host_ed25519_key" ];
    gnupg.sshKeyPaths = [ ];
  };
}
