{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkDefault;
in
{
  nix.settings.allowed-users = mkDefault [ "@users" ];
  environment = {
    memoryAllocator.provider = mkDefault "scudo";
    variables.SCUDO_OPTIONS = mkDefault "ZeroContents=1";
  };
  security = {
    lockKernelModules = mkDefault true;
    protectKernelImage = mkDefault true;
    allowSimultaneousMultithreading = mkDefault false;
    forcePageTableIsolation = mkDefault true;
    unprivilegedUsernsClone = mkDefault config.virtualisation.containers.enable;
    virtualisation.flushL1DataCache = mkDefault "always";
    apparmor = {
      enable = mkDefault true;
      killUnconfinedConfinables = mkDefault true;
    };
  };
  boot = {
    kernelPackages = mkDefault pkgs.linuxPackages_hardened;
    kernelParams = [
      "slab_nomerge"
      "page_poison=1"
      "page_alloc.shuffle=1"
      "debugfs=off"
    ];
    blacklistedKernelModules = [
      "ax25"
      "netrom"
      "rose"
      "adfs"
      "affs"
      "bfs"
      "befs"
      "cramfs"
      "efs"
      "erofs"
      "exofs"
      "freevxfs"
      "f2fs"
      "hfs"
      "hpfs"
      "jfs"
      "minix"
      "nilfs2"
      "ntfs"
      "omfs"
      "qnx4"
      "qnx6"
      "sysv"
      "ufs"
    ];
    kernel.sysctl = {
      "kernel.kptr_restrict" = lib.mkOverride 500 2;
      "net.core.bpf_jit_enable" = mkDefault false;
      "kernel.ftrace_enabled" = mkDefault false;
      "net.ipv4.conf.all.log_martians" = mkDefault true;
      "net.ipv4.conf.all.rp_filter" = mkDefault "1";
      "net.ipv4.conf.default.log_martians" = mkDefault true;
      "net.ipv4.conf.default.rp_filter" = mkDefault "1";
      "net.ipv4.icmp_echo_ignore_broadcasts" = mkDefault true;
      "net.ipv4.conf.all.accept_redirects" = mkDefault false;
      "net.ipv4.conf.all.secure_redirects" = mkDefault false;
      "net.ipv4.conf.default.accept_redirects" = mkDefault false;
      "net.ipv4.conf.default.secure_redirects" = mkDefault false;
      "net.ipv6.conf.all.accept_redirects" = mkDefault false;
      "net.ipv6.conf.default.accept_redirects" = mkDefault false;
      "net.ipv4.conf.all.send_redirects" = mkDefault false;
      "net.ipv4.conf.default.send_redirects" = mkDefault false;
    };
  };
}
