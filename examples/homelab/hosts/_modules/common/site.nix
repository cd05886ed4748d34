# Facts about the house that several modules need.
{ lib, ... }:
{
  options.homelab = {
    domain = lib.mkOption {
      type = lib.types.str;
      default = "home.arpa";
      description = "The domain of the house. RFC 8375 sets home.arpa aside for this.";
    };

    lan = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [
        "192.168.0.0/16"
        "fd00::/8"
      ];
      description = "Networks whose machines may use the services.";
    };
  };
}
