{
  imports = [
    ./vagrant-guest.nix
    ./virtualbox-image.nix
  ];
  virtualbox.params = {
    audio = "none";
    audioin = "off";
    audioout = "off";
    usb = "off";
    usbehci = "off";
  };
  documentation = {
    man.enable = false;
    nixos.enable = false;
  };
  users.extraUsers.vagrant.extraGroups = [ "vboxsf" ];
  system.build.vagrantVirtualbox = import ../../../declare/unknown.nix "an image of a disk";
}
