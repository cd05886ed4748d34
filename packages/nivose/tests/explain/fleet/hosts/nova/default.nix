{ lib, ... }:
let
  limit = number: { services.web.limits.processes = number; };
in
{
  imports = [
    ./disks.nix
    ../../modules/files.nix
    (limit 7)
  ];

  services.web = {
    plugins = [
      "nova"
      "star"
    ];
    name = lib.mkForce "nova";
  };
}
