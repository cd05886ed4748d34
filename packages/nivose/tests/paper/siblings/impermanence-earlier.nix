# What outlives a boot, by the modules of impermanence as they were until 2025.
{ impermanence, lib }:
let
  earlier = impermanence.outPath + "/earlier";
  folder = if builtins.pathExists earlier then earlier else impermanence.outPath;
  host = import ./files/host.nix { inherit lib; };

  system =
    config:
    host {
      modules = [ (import (folder + "/nixos.nix")) ];
      config.imports = [
        {
          _module.args.utils = {
            escapeSystemdPath = lib.replaceStrings [ "/" ] [ "-" ];
            fsNeededForBoot = _: false;
          };
          users.users.alice = {
            group = "friends";
            home = "/home/alice";
            uid = 1000;
          };
          users.groups = { };
          fileSystems."/early".neededForBoot = true;
          fileSystems."/late".neededForBoot = false;
        }
        config
      ];
    };
  of = config: system { environment.persistence = config; };
  fails =
    config: !(builtins.tryEval (builtins.deepSeq (of config).environment.persistence null)).success;

  # What it does is not asked for.
  optionsOfHome =
    arguments: removeAttrs (import (folder + "/home-manager.nix") arguments) [ "config" ];
  home =
    config:
    (lib.evalModules {
      specialArgs.pkgs.callPackage = file: _: import file { inherit lib; };
      modules = [
        optionsOfHome
        { home.persistence = config; }
      ];
    }).config.home.persistence;
  failsAtHome = config: !(builtins.tryEval (builtins.deepSeq (home config) null)).success;

  usual = of {
    "/early" = {
      hideMounts = true;
      directories = [
        "/var/log"
        {
          directory = "/etc/nixos";
          mode = "0700";
          user = "alice";
        }
      ];
      files = [
        "/etc/machine-id"
        {
          file = "/etc/key";
          parentDirectory.mode = "0750";
        }
      ];
      users.alice = {
        directories = [
          "Documents"
          {
            directory = ".ssh";
            mode = "0700";
          }
        ];
        files = [ ".config/deep/file" ];
      };
    };
    named.persistentStoragePath = "/early/more";
  };
in
{
  places = usual.environment.persistence;
  mounts = lib.filterAttrs (_: each: each ? device) usual.fileSystems;

  demands = map (config: (of config).failed) [
    { "/late".directories = [ "/a" ]; }
    { "/early".directories = [ "/late/a/b" ]; }
    {
      "/early" = {
        directories = [
          "/a"
          "/a"
        ];
        files = [
          "/b"
          "/b"
          "/b"
        ];
      };
    }
    {
      "/early".users.alice = {
        files = [ ".x" ];
        home = "/elsewhere";
      };
    }
  ];

  homes = home {
    "/early/home/alice" = {
      allowOther = true;
      directories = [
        "Music"
        {
          directory = "Games";
          method = "symlink";
        }
      ];
      files = [ ".x" ];
    };
    "/early/dotfiles" = {
      allowOther = false;
      defaultDirectoryMethod = "symlink";
      removePrefixDirectory = true;
      directories = [ "editor/.config/editor" ];
    };
  };

  refused =
    map fails [
      { "/early".directories = [ 1 ]; }
      { "/early".directories = [ { mode = "0700"; } ]; }
      { "/early".misspelt = true; }
      { relative.files = [ ]; }
      { "/early".users.alice.hideMounts = true; }
    ]
    ++ map failsAtHome [
      { "/early".files = [ { file = "x"; } ]; }
      { "/early".defaultDirectoryMethod = "none"; }
      { "/early".hideMounts = true; }
      { "/early".allowOther = false; }
    ];
}
