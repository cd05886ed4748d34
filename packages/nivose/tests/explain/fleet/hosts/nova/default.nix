{ lib, ... }:
let
  isStar = true;
  limit = number: { services.web.limits.processes = number; };
in
{
  imports = [
    ./disks.nix
    ../../modules/files.nix
    ../../modules/renamed.nix
    (limit 7)
  ];

  services.www.port = 8443;
  services.web = lib.optionalAttrs (!isStar) { enable = true; } // {
    plugins = [
      "nova"
      "star"
    ];
    name = lib.mkForce "nova";
  };
}
