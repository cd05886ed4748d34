{ lib, ... }:
{
  options.provisioner.privateKeyFile = lib.mkOption { type = lib.types.str; };
}
