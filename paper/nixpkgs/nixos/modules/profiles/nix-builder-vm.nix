{
  config,
  lib,
  options,
  pkgs,
  ...
}@arguments:
let
  cfg = config.virtualisation.darwin-builder;
  keys = "/var/keys";
in
{
  imports = [ ../virtualisation/qemu-vm.nix ];
  options = import ../../options-of.nix "profiles/nix-builder-vm" arguments;
  config = {
    boot.swraid.enable = false;
    networking.nameservers = [ "8.8.8.8" ];
    nix = {
      channel.enable = false;
      settings = {
        auto-optimise-store = true;
        inherit (cfg) min-free max-free;
        trusted-users = [ "builder" ];
      };
    };
    services = {
      getty.autologinUser = "builder";
      openssh = {
        enable = true;
        authorizedKeysFiles = [ "${keys}/%u_ed25519.pub" ];
      };
    };
    system = {
      build.macos-builder-installer = import ../../../declare/unknown.nix "the installer of a builder";
      disableInstallerTools = true;
      nixos.revision = null;
      stateVersion = "24.05";
    };
    users.users.builder.isNormalUser = true;
    security.polkit.enable = true;
    virtualisation = {
      inherit (cfg) diskSize memorySize;
      forwardPorts = [
        {
          from = "host";
          guest.port = 22;
          host.port = cfg.hostPort;
        }
      ];
      graphics = false;
      sharedDirectories.keys = {
        source = "\"$KEYS\"";
        target = keys;
      };
      useNixStoreImage = true;
      writableStore = true;
      writableStoreUseTmpfs = false;
      useHostCerts = true;
    };
  };
}
