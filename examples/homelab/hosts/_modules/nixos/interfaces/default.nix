# What services of a host say about themselves, so that others can act on it: each is a set that every service adds to.
{
  imports = [
    ./backup.nix
    ./dns.nix
    ./ports.nix
    ./sites.nix
  ];
}
