{ lib, ... }:
{
  imports = [
    ./ssh.nix
    ./web.nix
  ]
  ++ lib.optional true ./mail.nix
  ++ map (name: ./roles + "/${name}.nix") [ "server" ];
}
