# What sops-nix demands of the secrets and templates of a machine, in its own words.
{ lib, cfg }:
let
  ofKeys = [
    {
      assertion =
        cfg.gnupg.home != null
        || cfg.gnupg.sshKeyPaths != [ ]
        || cfg.age.keyFile != null
        || cfg.age.sshKeyPaths != [ ];
      message = "No key source configured for sops. Either set services.openssh.enable or set sops.age.keyFile or sops.gnupg.home";
    }
    {
      assertion = cfg.gnupg.home == null || cfg.gnupg.sshKeyPaths == [ ];
      message = "Exactly one of sops.gnupg.home and sops.gnupg.sshKeyPaths must be set";
    }
  ];

  given = id: id != null && id != 0;

  ofSecret = secret: [
    {
      assertion = given secret.uid -> secret.owner == null;
      message = "In ${secret.name} exactly one of sops.owner and sops.uid must be set";
    }
    {
      assertion = given secret.gid -> secret.group == null;
      message = "In ${secret.name} exactly one of sops.group and sops.gid must be set";
    }
  ];

  ofTemplate = name: template: [
    {
      assertion = template.owner == null || template.uid == 0;
      message = ''
        Assertion failed for `sops.templates.${name}`:
        Both `owner` and `uid` cannot be defined at the same time. Use either `owner` or leave `uid` as 0.
        owner: ${template.owner}
        uid: ${toString template.uid}
      '';
    }
    {
      assertion = template.group == null || template.gid == 0;
      message = ''
        Assertion failed for `sops.templates.${name}`:
        Both `group` and `gid` cannot be defined at the same time. Use either `group` or leave `gid` as 0.
        owner: ${template.group}
        uid: ${toString template.gid}
      '';
    }
  ];

  secretsForUsers = lib.filter (secret: secret.neededForUsers) (lib.attrValues cfg.secrets);
in
lib.optionals (cfg.secrets != { }) (
  ofKeys ++ lib.optionals cfg.validateSopsFiles (lib.concatMap ofSecret (lib.attrValues cfg.secrets))
)
++ lib.concatLists (lib.mapAttrsToList ofTemplate cfg.templates)
++ [
  {
    assertion = lib.all (
      secret: (secret.uid == 0 || secret.owner == "root") && (secret.gid == 0 || secret.group == "root")
    ) secretsForUsers;
    message = "neededForUsers cannot be used for secrets that are not root-owned";
  }
]
