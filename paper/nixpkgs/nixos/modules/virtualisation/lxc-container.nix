{ lib, pkgs, ... }:
let
  unknown = import ../../../declare/unknown.nix;
in
{
  imports = [
    ./lxc-instance-common.nix
    (lib.mkRemovedOptionModule [ "virtualisation" "lxc" "nestedContainer" ] "")
    (lib.mkRemovedOptionModule [ "virtualisation" "lxc" "privilegedContainer" ] "")
  ];
  boot = {
    isContainer = true;
    postBootCommands = unknown "what a container does when it starts";
  };
  system = {
    build = {
      tarball = unknown "a tarball of a system";
      squashfs = unknown "an image of a system";
      installBootLoader = unknown "a boot loader";
    };
    activationScripts.installInitScript = lib.mkForce "ln -fs $systemConfig/init /sbin/init\n";
  };
  systemd = {
    additionalUpstreamSystemUnits = [ "systemd-udev-trigger.service" ];
    packages = [ pkgs.distrobuilder.generator ];
  };
}
