{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkDefault mkIf;
  unknown = import ../../../declare/unknown.nix;
  mutable = config.users.mutableUsers;
  sudoers = mkIf mutable [
    {
      groups = [ "google-sudoers" ];
      commands = [
        {
          command = "ALL";
          options = [ "NOPASSWD" ];
        }
      ];
    }
  ];
in
{
  imports = [
    ../profiles/headless.nix
    ../profiles/qemu-guest.nix
  ];
  fileSystems."/" = {
    fsType = "ext4";
    device = "/dev/disk/by-label/nixos";
    autoResize = true;
  };
  boot = {
    growPartition = true;
    kernelParams = [
      "console=ttyS0"
      "panic=1"
      "boot.panic_on_fail"
    ];
    initrd.kernelModules = [ "virtio_scsi" ];
    kernelModules = [
      "virtio_pci"
      "virtio_net"
    ];
    loader = {
      grub = {
        device = "/dev/sda";
        configurationLimit = 0;
      };
      timeout = 0;
    };
    extraModprobeConfig = unknown "a file of google-guest-configs";
  };
  services = {
    openssh = {
      enable = true;
      settings = {
        PermitRootLogin = mkDefault "prohibit-password";
        PasswordAuthentication = mkDefault false;
      };
    };
    udev = {
      packages = [ pkgs.google-guest-configs ];
      path = [ pkgs.google-guest-configs ];
    };
  };
  security = {
    googleOsLogin.enable = true;
    sudo.extraRules = sudoers;
    sudo-rs.extraRules = sudoers;
  };
  networking = {
    hostName = mkDefault "";
    firewall.enable = mkDefault false;
    extraHosts = "169.254.169.254 metadata.google.internal metadata\n";
    timeServers = [ "metadata.google.internal" ];
    usePredictableInterfaceNames = false;
    interfaces.eth0.mtu = 1460;
  };
  environment = {
    systemPackages = [ pkgs.cryptsetup ];
    etc = {
      "sysctl.d/60-gce-network-security.conf".source =
        "${pkgs.google-guest-configs}/etc/sysctl.d/60-gce-network-security.conf";
      "default/instance_configs.cfg".text = unknown "the configuration of the guest agent";
    };
  };
  systemd = {
    packages = [ pkgs.google-guest-agent ];
    services = {
      google-guest-agent = {
        wantedBy = [ "multi-user.target" ];
        path = lib.optional mutable pkgs.shadow;
      };
      google-startup-scripts.wantedBy = [ "multi-user.target" ];
      google-shutdown-scripts.wantedBy = [ "multi-user.target" ];
    };
  };
  users.groups.google-sudoers = mkIf mutable { };
}
