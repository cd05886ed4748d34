# What NixOS and macOS have in common. Both `modules/nixos` and `modules/darwin` import it.
{
  imports = [
    ./accounts.nix
    ./nix.nix
    ./tools.nix
    ./unfree.nix
  ];
}
