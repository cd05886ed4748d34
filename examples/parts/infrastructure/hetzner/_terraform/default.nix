# What Hetzner Cloud is asked for, as terranix has it. All of it follows from fleet.nix and from the hosts' own configuration.
#
# `fleet` is the inventory with its functions, `nixosConfigurations` are the evaluated hosts, `provider` is the package of
# the provider: parts/terraform.nix hands them in.
{
  imports = [
    ./firewall.nix
    ./keys.nix
    ./network.nix
    ./provider.nix
    ./servers.nix
  ];
}
