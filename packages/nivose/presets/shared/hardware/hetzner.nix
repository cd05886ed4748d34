# A server of Hetzner Cloud. GRUB starts it by BIOS (x86) as well as by UEFI (Arm).
{ modulesPath, ... }:
{
  imports = [ (modulesPath + "/profiles/qemu-guest.nix") ];

  nixpkgs.hostPlatform = "@system@";

  boot.loader.grub = {
    enable = true;
    efiSupport = true;
    efiInstallAsRemovable = true;
    # @if grubDevice@
    device = @grubDevice@;
    # @end@
  };
}
