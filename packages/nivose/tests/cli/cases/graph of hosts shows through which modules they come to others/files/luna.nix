{ lib, ... }:
{
  imports = [ ./modules/web.nix ] ++ lib.optional true ./modules/ssh.nix;
}
