# A server for each host of fleet.nix that is at Hetzner. They start with Debian; nixos-anywhere puts NixOS in its place.
{
  config,
  fleet,
  lib,
  ...
}:
let
  hosts = fleet.inPlace "hetzner";

  # Names of hosts as Terraform's names.
  named =
    value:
    lib.mapAttrs' (name: host: {
      name = fleet.resourceName name;
      value = value name host;
    }) hosts;
in
{
  resource.hcloud_server = named (
    name: host: {
      inherit name;
      inherit (host.cloud) location;
      server_type = host.cloud.serverType;
      image = "debian-12";
      ssh_keys = map (key: lib.tf.ref "hcloud_ssh_key.${key}.id") (
        builtins.attrNames config.resource.hcloud_ssh_key
      );
      firewall_ids = [ (lib.tf.ref "hcloud_firewall.${fleet.resourceName name}.id") ];
      labels = {
        fleet = "mxmlabs";
      };
      backups = true;

      # A machine is not lost by a change in a file: whoever means it takes the protection away first.
      delete_protection = true;
      rebuild_protection = true;
      lifecycle = {
        prevent_destroy = true;
        # They matter at the first start only, and a change of them would make another server.
        ignore_changes = [
          "image"
          "ssh_keys"
        ];
      };
    }
  );

  resource.hcloud_server_network = named (
    name: host: {
      server_id = lib.tf.ref "hcloud_server.${fleet.resourceName name}.id";
      subnet_id = lib.tf.ref "hcloud_network_subnet.private.id";
      ip = host.cloud.privateAddress;
    }
  );

  output = named (
    name: _: {
      description = "The public addresses of ${name}.";
      value = {
        ipv4 = lib.tf.ref "hcloud_server.${fleet.resourceName name}.ipv4_address";
        ipv6 = lib.tf.ref "hcloud_server.${fleet.resourceName name}.ipv6_address";
      };
    }
  );
}
