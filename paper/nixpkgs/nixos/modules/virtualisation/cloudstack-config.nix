{ pkgs, ... }:
{
  imports = [ ../profiles/qemu-guest.nix ];
  fileSystems."/" = {
    device = "/dev/disk/by-label/nixos";
    autoResize = true;
  };
  boot = {
    growPartition = true;
    kernelParams = [ "console=tty0" ];
    loader = {
      grub.device = "/dev/vda";
      timeout = 0;
    };
  };
  services = {
    openssh = {
      enable = true;
      settings.PermitRootLogin = "prohibit-password";
    };
    cloud-init.enable = true;
  };
  environment = {
    systemPackages = [ pkgs.wget ];
    etc."cloud/cloud.cfg.d/99_cloudstack.cfg".text =
      "datasource:\n  CloudStack: {}\n  None: {}\ndatasource_list: [\"CloudStack\"]\n";
  };
}
