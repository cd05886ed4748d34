{
  config,
  lib,
  pkgs,
  ...
}:
let
  inherit (lib) mkOption types;
  cfg = config.age;

  option = type: default: mkOption { inherit type default; };

  secret =
    { config, name, ... }:
    {
      options = {
        name = option types.str name;
        file = mkOption { type = types.path; };
        path = option types.str "${cfg.secretsDir}/${config.name}";
        mode = option types.str "0400";
        symlink = option types.bool true;
      };
    };

  # where the shell of a user has its own folder until the next boot
  runtimeFolder =
    if pkgs.stdenv.hostPlatform.isDarwin then
      "$(${pkgs.getconf}/bin/getconf DARWIN_USER_TEMP_DIR)"
    else
      "\${XDG_RUNTIME_DIR}";
in
{
  options.age = {
    package = option types.package pkgs.age;
    secrets = option (types.attrsOf (types.submodule secret)) { };
    identityPaths = option (types.listOf types.path) [
      "${config.home.homeDirectory}/.ssh/id_ed25519"
      "${config.home.homeDirectory}/.ssh/id_rsa"
    ];
    secretsDir = option types.str "${runtimeFolder}/agenix";
    secretsMountPoint = mkOption { default = "${runtimeFolder}/agenix.d"; };
  };

  config = lib.mkIf (cfg.secrets != { }) {
    assertions = [
      {
        assertion = cfg.identityPaths != [ ];
        message = "age.identityPaths must be set.";
      }
    ];
  };
}
