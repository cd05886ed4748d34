# Of two boot loaders the one that is not there by itself counts.
{ config, lib, ... }:
{
  config.boot.loader.grub.enable = lib.mkIf config.boot.loader.systemd-boot.enable (
    lib.mkDefault false
  );
}
