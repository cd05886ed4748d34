# Every module is imported everywhere, and does nothing until it is enabled: adding one cannot change a machine.
{
  imports = [
    ../../common
    ./accounts.nix
    ./backup.nix
    ./boot.nix
    ./containers.nix
    ./desktop.nix
    ./discovery.nix
    ./gaming.nix
    ./graphics.nix
    ./monitoring.nix
    ./nix.nix
    ./security.nix
    ./services
  ];
}
