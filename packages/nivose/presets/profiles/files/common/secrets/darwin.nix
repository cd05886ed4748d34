{
  # @if work@
  imports = [ ./work.nix ];

  # @end@
  # macOS makes this key when Remote Login is turned on; `sudo ssh-keygen -A` makes it without that.
  sops = {
    age.sshKeyPaths = [ "/etc/ssh/ssh_host_ed25519_key" ];
    gnupg.sshKeyPaths = [ ];
  };
}
