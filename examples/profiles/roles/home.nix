{
  imports = [
    ./development/home.nix
    ./workstation/home.nix
  ];
}
