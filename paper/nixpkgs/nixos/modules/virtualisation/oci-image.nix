{ lib, pkgs, ... }:
{
  imports = [ ./oci-common.nix ];
  virtualisation = {
    diskSize = lib.mkOverride 1490 8192;
    diskSizeAutoSupported = false;
  };
  system.build.OCIImage = import ../../../declare/unknown.nix "an image of a disk";
  systemd.services.fetch-ssh-keys = {
    description = "Fetch authorized_keys for root user";
    wantedBy = [ "sshd.service" ];
    before = [ "sshd.service" ];
    after = [ "network-online.target" ];
    wants = [ "network-online.target" ];
    path = [
      pkgs.coreutils
      pkgs.curl
    ];
    serviceConfig = {
      Type = "oneshot";
      RemainAfterExit = true;
      StandardError = "journal+console";
      StandardOutput = "journal+console";
    };
  };
}
