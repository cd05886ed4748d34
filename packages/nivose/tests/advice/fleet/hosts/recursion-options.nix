{ config, lib, ... }:
{
  options = lib.optionalAttrs config.services.nginx.enable {
    my.port = lib.mkOption { type = lib.types.int; };
  };
}
