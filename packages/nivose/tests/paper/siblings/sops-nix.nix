# Where secrets are, and whose, by the modules of sops-nix.
{ lib, sops-nix }:
let
  host = import ./files/host.nix { inherit lib; };
  system =
    config:
    host {
      modules = [ sops-nix.nixosModules.sops ];
      config.imports = [
        {
          services.openssh = {
            enable = true;
            hostKeys = [
              {
                type = "ed25519";
                path = "/etc/ssh/ssh_host_ed25519_key";
              }
              {
                type = "rsa";
                path = "/etc/ssh/ssh_host_rsa_key";
              }
              {
                type = "ed25519";
                path = "/run/secrets/key";
              }
            ];
          };
          users.mutableUsers = true;
          users.users.alice.group = "friends";
        }
        config
      ];
    };
  mac =
    config:
    host {
      modules = [ sops-nix.darwinModules.sops ];
      inherit config;
    };
  home =
    config:
    host {
      modules = [ sops-nix.homeManagerModules.sops ];
      config.imports = [
        {
          xdg.configHome = "/home/alice/.config";
          home.homeDirectory = "/home/alice";
          home.username = "alice";
        }
        config
      ];
    };

  shown = found: {
    inherit (found.sops) secrets;
    templates = lib.mapAttrs (_: template: removeAttrs template [ "file" ]) found.sops.templates;
    inherit (found.sops)
      age
      gnupg
      keepGenerations
      log
      placeholder
      ;
    environment = lib.attrNames found.sops.environment;
    inherit (found) failed;
  };
  fails = make: config: !(builtins.tryEval (builtins.deepSeq (shown (make config)) null)).success;

  secrets = {
    sops.defaultSopsFile = ./files/secrets.yaml;
    sops.secrets = {
      plain = { };
      "a/b" = {
        key = "other";
        mode = "0440";
        format = "json";
      };
      moved.path = "/elsewhere";
      renamed.name = "another";
      elsewhere.sopsFile = ./files/other.yaml;
    };
  };
in
{
  system = shown (system {
    imports = [ secrets ];
    sops.secrets.owned.owner = "alice";
    sops.secrets.password.neededForUsers = true;
    sops.secrets.restarts.restartUnits = [ "a.service" ];
    sops.templates."conf.toml" = {
      content = "token = x";
      owner = "alice";
    };
  });
  mac = shown (mac {
    imports = [ secrets ];
    sops.templates.owned.owner = "bob";
  });
  home = shown (home {
    imports = [ secrets ];
    sops.age.keyFile = "/home/alice/key.txt";
    sops.templates.t.content = "x";
  });

  "key of all" =
    (system (
      secrets
      // {
        sops.defaultSopsKey = "all";
        sops.secrets.a.sopsFile = ./files/secrets.yaml;
      }
    )).sops.secrets.a.key;
  "old name" = (system { sops.gnupgHome = "/var/lib/gnupg"; }).sops.gnupg.home;
  "not looked at" =
    (system {
      sops.validateSopsFiles = false;
      sops.secrets.a.sopsFile = "/not/there.yaml";
    }).sops.secrets.a.sopsFileHash;

  demands =
    map
      (
        config:
        (system {
          imports = [
            secrets
            config
          ];
        }).failed
      )
      [
        { }
        { services.openssh.enable = lib.mkForce false; }
        { sops.gnupg.home = "/var/lib/gnupg"; }
        {
          sops.secrets.a = {
            uid = 5;
            owner = "alice";
          };
        }
        {
          sops.secrets.a = {
            gid = 5;
            group = "x";
          };
        }
        {
          sops.secrets.a = {
            uid = 5;
            neededForUsers = true;
          };
        }
        {
          sops.templates.a = {
            uid = 5;
            owner = "alice";
          };
        }
        {
          sops.secrets.a.neededForUsers = true;
          users.mutableUsers = lib.mkForce false;
          systemd.sysusers.enable = true;
        }
      ];
  "demands of a home" =
    map
      (
        config:
        (home {
          imports = [
            secrets
            config
          ];
        }).failed
      )
      [
        { }
        {
          sops.gnupg = {
            home = "/x";
            sshKeyPaths = [ "/y" ];
          };
        }
        { sops.gnupg.qubes-split-gpg.enable = true; }
      ];

  refused = map (fails system) [
    { sops.secrets.a = { }; }
    (secrets // { sops.secrets.a.format = "xml"; })
    (secrets // { sops.secrets.a.misspelt = 1; })
    (
      secrets
      // {
        sops.age.keyFile = "${builtins.storeDir}/00000000000000000000000000000000-key/key.txt";
      }
    )
    (secrets // { sops.keepGenerations = -1; })
  ];
}
