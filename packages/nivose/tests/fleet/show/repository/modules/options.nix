# The options of NixOS that are asked for, as far as a test needs them.
{ lib, ... }:
let
  inherit (lib) mkOption types;
  some = {
    description = "something";
    check = _: true;
    merge = _: defs: (builtins.elemAt defs (builtins.length defs - 1)).value;
  };
  option =
    default:
    mkOption {
      type = some;
      inherit default;
    };
  enable = mkOption {
    type = types.bool;
    default = false;
  };
in
{
  options = {
    system = {
      stateVersion = option "24.11";
      nixos.release = option "24.11";
    };
    boot = {
      isContainer = option false;
      loader.grub = { inherit enable; };
      kernelPackages = option { kernel.version = "6.6.60"; };
      initrd.luks.devices = option { };
    };
    environment.systemPackages = mkOption {
      type = types.listOf some;
      default = [ ];
    };
    fileSystems = option { };
    swapDevices = option [ ];
    zramSwap = { inherit enable; };
    networking = {
      hostName = option "";
      domain = option null;
      nameservers = option [ ];
      defaultGateway = option null;
      interfaces = option { };
      firewall = {
        enable = mkOption {
          type = types.bool;
          default = true;
        };
        allowedTCPPorts = mkOption {
          type = types.listOf types.int;
          default = [ ];
        };
        allowedUDPPorts = option [ ];
        allowedTCPPortRanges = option [ ];
        allowedUDPPortRanges = option [ ];
        interfaces = option { };
      };
    };
    users.users = option { };
    programs.zsh = { inherit enable; };
    services = {
      nginx = {
        inherit enable;
        defaultHTTPListenPort = option 80;
        defaultSSLListenPort = option 443;
        virtualHosts = option { };
      };
      openssh = {
        inherit enable;
        ports = option [ 22 ];
      };
      metrics = {
        inherit enable;
        port = option 9105;
        openFirewall = option false;
      };
      dns = {
        inherit enable;
        settings = option { };
        # Another spelling of an old version, which warns whoever asks for it.
        port = mkOption {
          type = some;
          default = throw "this option was renamed";
          visible = false;
        };
      };
      dns.cache.enable = mkOption {
        type = types.bool;
        default = true;
      };
      clock.enable = mkOption {
        type = types.bool;
        default = true;
      };
    };
    sops.secrets = option { };
    age.secrets = option { };
    disko.devices.disk = option { };
    virtualisation.oci-containers = {
      backend = option "podman";
      containers = option { };
    };
    containers = option { };
  };
}
