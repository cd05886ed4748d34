{
  imports = [ ./ssh.nix ];
}
