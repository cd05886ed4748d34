{
  imports = [
    ./gaming/nixos.nix
    ./personal/nixos.nix
    ./server/nixos.nix
    ./work/nixos.nix
  ];
}
