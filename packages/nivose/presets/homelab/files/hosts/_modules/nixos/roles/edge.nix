# A small machine at the edge, with an SD card that wears out: it writes little and needs little.
{ config, lib, ... }:
{
  config = lib.mkIf config.@namespace@.roles.edge.enable {
    environment.etc."systemd/journald.conf.d/size.conf".text = ''
      [Journal]
      Storage=volatile
      RuntimeMaxUse=64M
    '';

    boot.tmp.useTmpfs = true;
    zramSwap.enable = true;

    documentation.enable = false;

    # It has everything built for it.
    nix.settings = {
      keep-outputs = false;
      max-jobs = lib.mkDefault 1;
    };
  };
}
