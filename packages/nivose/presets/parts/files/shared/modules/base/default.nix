# What every machine has, whatever it runs.
{
  imports = [
    ./nix-config.nix
    ./security.nix
    ./users.nix
  ];
}
