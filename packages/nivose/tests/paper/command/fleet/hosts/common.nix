{ pkgs, ... }:
{
  nixpkgs.hostPlatform = "x86_64-linux";
  system.stateVersion = "24.11";
  boot.loader.systemd-boot.enable = true;
  fileSystems."/".device = "/dev/disk/by-label/root";
  environment.systemPackages = [ pkgs.git ];
  users.users.ada = {
    isNormalUser = true;
    extraGroups = [ "wheel" ];
  };
}
