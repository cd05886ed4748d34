# Where secrets are, and whose, by the modules of agenix.
{ agenix, lib }:
let
  host = import ./files/host.nix { inherit lib; };
  modules = {
    system = agenix.nixosModules.default;
    home = agenix.homeManagerModules.default;
  };
  evaluated =
    kind: config:
    (host {
      modules = [ modules.${kind} ];
      config.imports = [
        {
          services.openssh = {
            enable = true;
            hostKeys = [
              {
                type = "ed25519";
                path = "/etc/ssh/key";
              }
              {
                type = "dsa";
                path = "/etc/ssh/old";
              }
            ];
          };
          users.users.alice.group = "friends";
          home.homeDirectory = "/home/alice";
        }
        config
      ];
    });
  shown =
    kind: config:
    let
      found = evaluated kind config;
    in
    {
      age = removeAttrs found.age [
        "ageBin"
        "package"
      ];
      inherit (found) failed;
    };
  fails = config: !(builtins.tryEval (builtins.deepSeq (shown "system" config) null)).success;

  secrets.age.secrets = {
    plain.file = "/secrets/plain.age";
    named = {
      file = "/secrets/named.age";
      name = "other";
      mode = "0440";
      symlink = false;
    };
    moved = {
      file = "/secrets/moved.age";
      path = "/elsewhere";
    };
  };
in
{
  system = shown "system" {
    imports = [ secrets ];
    age.secrets.owned = {
      file = "/secrets/owned.age";
      owner = "alice";
    };
    age.secrets.foreign = {
      file = "/secrets/foreign.age";
      owner = "nobody";
    };
  };
  home = shown "home" secrets;
  "another folder" =
    (shown "system" {
      imports = [ secrets ];
      age.secretsDir = "/secrets";
    }).age.secrets.plain.path;
  "old name" = (shown "system" { age.sshKeyPaths = [ "/key" ]; }).age.identityPaths;

  demands = [
    (shown "system" {
      imports = [ secrets ];
      age.identityPaths = [ ];
    }).failed
    (shown "system" {
      imports = [ secrets ];
      services.openssh.enable = lib.mkForce false;
    }).failed
    (shown "home" {
      imports = [ secrets ];
      age.identityPaths = [ ];
    }).failed
    (shown "system" { services.openssh.enable = lib.mkForce false; }).failed
  ];

  refused = map fails [
    { age.secrets.a = { }; }
    { age.secrets.a.file = "relative"; }
    { age.secrets.a.misspelt = 1; }
    { age.secretsMountPoint = "/with/slash/"; }
    { age.secretsMountPoint = " "; }
  ];
}
