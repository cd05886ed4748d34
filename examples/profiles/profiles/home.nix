{
  imports = [
    ./gaming/home.nix
    ./personal/home.nix
    ./server/home.nix
    ./work/home.nix
  ];
}
