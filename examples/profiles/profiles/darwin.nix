{
  imports = [
    ./gaming/darwin.nix
    ./personal/darwin.nix
    ./server/darwin.nix
    ./work/darwin.nix
  ];
}
