{ lib, ... }:
{
  options.my.port = lib.mkOption { type = lib.types.int; };

  services.nginx.enable = true;
}
