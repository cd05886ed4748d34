# The other side of common/build-hosts.nix: a host with the tag `builder` builds for those whose keys are named here.
{
  config,
  host,
  lib,
  pkgs,
  ...
}:
let
  cfg = config.homelab.builder;
in
{
  options.homelab.builder = {
    enable = lib.mkEnableOption "building for other hosts" // {
      default = builtins.elem "builder" host.tags;
      defaultText = lib.literalMD "whether the host has the tag `builder`";
    };

    clientKeys = lib.mkOption {
      type = lib.types.listOf lib.types.str;
      default = [ ];
      description = "Public SSH keys of the hosts that may build here: their /etc/ssh/ssh_host_ed25519_key.pub.";
    };
  };

  config = lib.mkIf cfg.enable {
    users.users.nix-builder = {
      isSystemUser = true;
      group = "nix-builder";
      description = "Builds for other hosts";
      shell = pkgs.bashInteractive;
      openssh.authorizedKeys.keys = map (key: "restrict ${key}") cfg.clientKeys;
    };
    users.groups.nix-builder = { };

    nix.settings.trusted-users = [ "nix-builder" ];

    # Builds for Arm on a PC and the other way round, slowly but without another machine.
    boot.binfmt.emulatedSystems = lib.optional (host.system == "x86_64-linux") "aarch64-linux";
  };
}
