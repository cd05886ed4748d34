{ lib, ... }:
{
  options.my.web.port = lib.mkOption { type = lib.types.int; };
}
