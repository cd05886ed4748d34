# The private network of the servers, if there are any.
{ fleet, lib, ... }:
{
  resource = lib.mkIf (fleet.inPlace "hetzner" != { }) {
    hcloud_network.private = {
      name = "@name@";
      ip_range = fleet.cloud.network;
    };

    hcloud_network_subnet.private = {
      network_id = lib.tf.ref "hcloud_network.private.id";
      type = "cloud";
      network_zone = fleet.cloud.zone;
      ip_range = fleet.cloud.network;
    };
  };
}
