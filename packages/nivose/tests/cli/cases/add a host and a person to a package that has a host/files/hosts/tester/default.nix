{
  networking.hostName = "tester";
  nixpkgs.hostPlatform = "x86_64-linux";
  fileSystems."/".device = "/dev/disk/by-label/root";
  system.stateVersion = "24.11";

  users.users.kim = {
    isNormalUser = true;
    description = "Kim";
  };
}
