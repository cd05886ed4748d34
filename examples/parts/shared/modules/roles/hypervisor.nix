# A machine that runs virtual machines, with libvirt and QEMU. NixOS only.
{
  config,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.mxmlabs.roles.hypervisor;
in
{
  options.mxmlabs.roles.hypervisor = {
    enable = lib.mkEnableOption "a machine that runs virtual machines";

    uplink = lib.mkOption {
      type = lib.types.nullOr lib.types.str;
      default = null;
      example = "enp1s0";
      description = "A network interface that becomes part of the bridge `br0`, so that guests are in the same network as the machine. Without one they are behind libvirt's NAT.";
    };

    administrators = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = builtins.attrNames config.mxmlabs.base.users.people;
      defaultText = lib.literalMD "everybody who has an account";
      description = "Who may manage virtual machines.";
    };
  };

  config = lib.mkIf cfg.enable {
    virtualisation.libvirtd = {
      enable = true;
      onBoot = "ignore";
      # A guest is shut down with the machine, not frozen with a clock that stands still.
      onShutdown = "shutdown";
      qemu = {
        package = pkgs.qemu_kvm;
        runAsRoot = false;
        # Windows and others want a TPM.
        swtpm.enable = true;
      };
    };

    environment.systemPackages = [ pkgs.virt-manager ];

    users.groups.libvirtd.members = cfg.administrators;

    networking = lib.mkIf (cfg.uplink != null) {
      bridges.br0.interfaces = [ cfg.uplink ];
      interfaces.br0.useDHCP = true;
    };
  };
}
