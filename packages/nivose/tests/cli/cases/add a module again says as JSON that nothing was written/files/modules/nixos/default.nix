{
  imports = [
    ./backup.nix # every night
    ./sound.nix
  ];
}
