# A virtual machine of Parallels Desktop on a Mac.
{
  nixpkgs.hostPlatform = "aarch64-linux";

  boot = {
    initrd.availableKernelModules = [
      "ahci"
      "sd_mod"
      "sr_mod"
      "usbhid"
      "xhci_pci"
    ];
    loader = {
      systemd-boot.enable = true;
      efi.canTouchEfiVariables = true;
    };
  };
}
