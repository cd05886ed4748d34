# What outlives a boot, and where it is, by the modules of impermanence.
{ impermanence, lib }:
let
  host = import ./files/host.nix { inherit lib; };
  system =
    config:
    host {
      modules = [ impermanence.nixosModules.impermanence ];
      config.imports = [
        {
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
  # What was removed cannot be looked at.
  shown =
    value:
    if lib.isAttrs value then
      lib.mapAttrs (_: shown) (
        removeAttrs value [
          "allowOther"
          "defaultDirectoryMethod"
          "home"
          "method"
          "removePrefixDirectory"
        ]
      )
    else if lib.isList value then
      map shown value
    else
      value;
  places = config: shown (system config).environment.persistence;
  fails = config: !(builtins.tryEval (builtins.deepSeq (places config) null)).success;
in
{
  places = places {
    environment.persistence."/early" = {
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
          method = "symlink";
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
    environment.persistence.named.persistentStoragePath = "/early/more";
  };

  demands = map (config: (system { environment.persistence = config; }).failed) [
    { "/late".directories = [ "/a" ]; }
    {
      "/late" = {
        directories = [ "/a" ];
        enable = false;
      };
    }
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
    { "/early".users.alice.files = [ ".x" ]; }
  ];

  paths = [
    (impermanence.lib.concatPaths [
      "/home/alice/"
      "/.x"
      "y/z/"
    ])
    (impermanence.lib.concatPaths [
      "home"
      "x"
    ])
    (impermanence.lib.parentsOf "/a/b/c")
    (impermanence.lib.parentsOf "a/b")
    (impermanence.lib.parentsOf "/")
    (impermanence.lib.duplicates [
      1
      2
      1
      3
      2
      1
    ])
    (impermanence.lib.splitPath [
      "/a//b"
      "c/"
    ])
  ];

  refused = map (config: fails { environment.persistence = config; }) [
    { "/early".directories = [ 1 ]; }
    { "/early".directories = [ { mode = "0700"; } ]; }
    {
      "/early".directories = [
        {
          directory = "/a";
          misspelt = 1;
        }
      ];
    }
    { "/early".misspelt = true; }
    { relative.files = [ ]; }
    { "/early".users.alice.hideMounts = true; }
  ];
}
