{ config, ... }:
{
  imports = [ ./ssh.nix ];
}
