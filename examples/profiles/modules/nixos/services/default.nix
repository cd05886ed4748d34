# What a machine offers to others. The inventory names a host's services, and `common/fleet` enables them.
{
  imports = [
    ./backup-server.nix
    ./files.nix
    ./media.nix
    ./monitoring.nix
    ./proxy.nix
  ];
}
