# What NixOS and macOS share. Modules here may only use options that both have.
{
  imports = [
    ./build-hosts.nix
    ./home-manager.nix
    ./nix.nix
    ./nixpkgs.nix
    ./roles.nix
    ./secrets.nix
    ./site.nix
  ];
}
