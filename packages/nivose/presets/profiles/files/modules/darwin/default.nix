# As with `modules/nixos`: imported everywhere, and nothing until it is enabled.
{
  imports = [
    ../../common
    ./accounts.nix
    ./defaults.nix
    ./homebrew.nix
    ./nix.nix
    ./security.nix
  ];
}
