{
  config,
  lib,
  options,
  pkgs,
  ...
}:
let
  inherit (lib) mkOption types;
  cfg = config.age;
  isDarwin = lib.hasAttrByPath [ "environment" "darwinConfig" ] options;

  option = type: default: mkOption { inherit type default; };

  secret =
    { config, ... }:
    {
      options = {
        name = option types.str config._module.args.name;
        file = mkOption { type = types.path; };
        path = option types.str "${cfg.secretsDir}/${config.name}";
        mode = option types.str "0400";
        owner = option types.str "0";
        group = option types.str (users.${config.owner}.group or "0");
        symlink = option types.bool true;
      };
    };
  inherit (config.users) users;

  # The folder of secrets is made anew under this name, with a number behind it.
  mountPoint =
    types.addCheck types.str (
      path: builtins.match "[ \t\n]*" path == null && builtins.match ".+/" path == null
    )
    // {
      description = "${types.str.description} (with check: non-empty without trailing slash)";
    };

  hostKeys = lib.filter (
    key: key.type == "rsa" || key.type == "ed25519"
  ) config.services.openssh.hostKeys;
in
{
  imports = [ (lib.mkRenamedOptionModule [ "age" "sshKeyPaths" ] [ "age" "identityPaths" ]) ];

  options.age = {
    ageBin = option types.str "${pkgs.age}/bin/age";
    secrets = option (types.attrsOf (types.submodule secret)) { };
    secretsDir = option types.path "/run/agenix";
    secretsMountPoint = option mountPoint "/run/agenix.d";
    identityPaths = option (types.listOf types.path) (
      if isDarwin then
        [
          "/etc/ssh/ssh_host_ed25519_key"
          "/etc/ssh/ssh_host_rsa_key"
        ]
      else
        lib.optionals (config.services.openssh.enable or false) (map (key: key.path) hostKeys)
    );
  };

  config = lib.mkIf (cfg.secrets != { }) {
    assertions = [
      {
        assertion = cfg.identityPaths != [ ];
        message = "age.identityPaths must be set, for example by enabling openssh.";
      }
    ];
  };
}
