{
  imports = [
    ./backup.nix # every night
    ./printing.nix
    ./sound.nix
  ];
}
