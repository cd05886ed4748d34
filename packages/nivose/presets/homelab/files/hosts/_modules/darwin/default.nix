# What every Mac of this repository is made of.
{
  imports = [
    ../common
    ./base.nix
    ./development.nix
    ./homebrew.nix
    ./nix.nix
    ./node-exporter.nix
    ./users.nix
  ];
}
