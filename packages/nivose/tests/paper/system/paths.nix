# Pairs of systems whose paths are equal and should not be, and the other way round.
{ nixpkgs }:
let
  inherit (nixpkgs) lib;

  base = {
    nixpkgs.hostPlatform = "x86_64-linux";
    networking.hostName = "host";
    system.stateVersion = "24.11";
    boot.loader.grub.device = "/dev/sda";
    fileSystems."/".device = "/dev/sda1";
  };
  pathOf =
    modules: (lib.nixosSystem { modules = [ base ] ++ modules; }).config.system.build.toplevel.drvPath;
  plain = pathOf [ ];

  changes = {
    option = {
      services.openssh.enable = true;
    };
    freeForm = {
      services.openssh.settings.Banner = "x";
    };
    user = {
      users.users.alice.isNormalUser = true;
    };
    emptyGroup = {
      users.groups.staff = { };
    };
    package =
      { pkgs, ... }:
      {
        environment.systemPackages = [ pkgs.jq ];
      };
    file = {
      environment.etc."x".text = "a";
    };
    source = {
      environment.etc."x".source = ./paths.nix;
    };
    mode = {
      environment.etc."x" = {
        text = "a";
        mode = "0600";
      };
    };
    unit = {
      systemd.services.a.script = "true";
    };
    otherUnit = {
      systemd.services.a.script = "false";
    };
    specialisation = {
      specialisation.x.configuration.services.openssh.enable = true;
    };
    otherSpecialisation = {
      specialisation.x.configuration.services.nginx.enable = true;
    };
    container = {
      containers.x.config.system.stateVersion = "24.11";
    };
    overlay = {
      nixpkgs.overlays = [ (final: prev: { }) ];
    };
    kernel =
      { pkgs, ... }:
      {
        boot.kernelPackages = pkgs.linuxPackages_latest;
      };
    platform = {
      nixpkgs.hostPlatform = lib.mkForce "aarch64-linux";
    };
    ownOption = {
      options.mine = lib.mkOption { type = lib.types.int; };
      config.mine = 1;
    };
  };
  paths = builtins.mapAttrs (_: module: pathOf [ module ]) changes // {
    inherit plain;
  };

  ssh = {
    services.openssh.enable = true;
  };
  nginx = {
    services.nginx.enable = true;
  };
  same = {
    nothing = [
      [ ]
      [ { } ]
    ];
    order = [
      [
        ssh
        nginx
      ]
      [
        nginx
        ssh
      ]
    ];
    conditions = [
      [ ssh ]
      [ { config = lib.mkIf true (lib.mkMerge [ ssh ]); } ]
    ];
    whatIsNotSaid = [
      [ ]
      [ { services.openssh.enable = lib.mkIf false true; } ]
    ];
    functions = [
      [ ssh ]
      [ ({ config, ... }: ssh) ]
    ];
  };
in
{
  different = builtins.filter (
    name:
    builtins.any (other: other != name && paths.${name} == paths.${other}) (builtins.attrNames paths)
  ) (builtins.attrNames paths);
  equal = builtins.filter (
    name: pathOf (builtins.head same.${name}) != pathOf (lib.last same.${name})
  ) (builtins.attrNames same);
}
