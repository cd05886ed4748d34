{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  inherit (lib) mkIf;
  cfg = config.virtualisation.azure;
  drivers = [
    "mlx4_en"
    "mlx4_core"
    "mlx5_core"
  ];
in
{
  imports = [
    ../profiles/headless.nix
    ./azure-agent.nix
  ];
  options = import ../../options-of.nix "virtualisation/azure-common" arguments;
  config = {
    virtualisation.azure.agent.enable = true;
    boot = {
      kernelParams = [
        "console=ttyS0"
        "earlyprintk=ttyS0"
        "rootdelay=300"
        "panic=1"
        "boot.panic_on_fail"
      ];
      initrd = {
        kernelModules = [
          "hv_vmbus"
          "hv_netvsc"
          "hv_utils"
          "hv_storvsc"
        ];
        availableKernelModules = lib.optionals cfg.acceleratedNetworking drivers;
      };
      loader.grub.device = "/dev/sda";
      growPartition = true;
    };
    systemd.network.networks."99-azure-unmanaged-devices.network" = mkIf cfg.acceleratedNetworking {
      matchConfig.Driver = drivers;
      linkConfig.Unmanaged = "yes";
    };
    networking = {
      networkmanager.unmanaged = mkIf cfg.acceleratedNetworking (
        map (driver: "driver:${driver}") drivers
      );
      hostName = lib.mkDefault "";
      usePredictableInterfaceNames = false;
    };
    fileSystems."/" = {
      device = "/dev/disk/by-label/nixos";
      fsType = "ext4";
      autoResize = true;
    };
    services.openssh = {
      enable = true;
      settings = {
        PermitRootLogin = "prohibit-password";
        ClientAliveInterval = 180;
      };
    };
    environment.systemPackages = [
      pkgs.cryptsetup
      pkgs.sg3_utils
    ];
  };
}
