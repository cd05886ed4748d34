{
  imports = [
    ./backends.nix
    ./provisioner.nix
    ./users.nix
  ];
}
