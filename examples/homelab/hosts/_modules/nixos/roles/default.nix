# Roles: what a machine is for. Their switches are in common/roles.nix.
{
  imports = [
    ./bootstrap.nix
    ./development.nix
    ./edge.nix
    ./server.nix
  ];
}
