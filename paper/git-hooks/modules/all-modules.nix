{
  imports = [
    ./pre-commit.nix
    ./hooks.nix
  ];
}
