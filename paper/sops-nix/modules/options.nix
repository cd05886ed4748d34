# What the modules for NixOS, nix-darwin and Home Manager declare alike, so that each of them says only what is its own.
{ lib }:
let
  inherit (lib) mkOption types;

  option = type: default: mkOption { inherit type default; };
  required = type: mkOption { inherit type; };

  # A key in the store could be read by everybody.
  pathNotInStore = lib.mkOptionType {
    name = "pathNotInStore";
    description = "path not in the Nix store";
    descriptionClass = "noun";
    check =
      path:
      (builtins.isString path || builtins.isPath path)
      && builtins.match "${builtins.storeDir}/[0-9a-z]{32}-.*" (toString path) == null;
    merge = lib.mergeEqualOption;
  };

  coercibleToString = lib.mkOptionType {
    name = "coercibleToString";
    description = "value that can be coerced to string";
    check = lib.strings.isConvertibleWithToString;
    merge = lib.mergeEqualOption;
  };
in
{
  inherit option required;

  # of one secret
  secret =
    { name, format }:
    {
      name = option types.str name;
      format = option (types.enum [
        "yaml"
        "json"
        "binary"
        "dotenv"
        "ini"
      ]) format;
      mode = option types.str "0400";
    };

  # of one template
  template =
    {
      name,
      path,
      file,
    }:
    {
      name = option types.singleLineStr name;
      path = option types.singleLineStr path;
      content = option types.lines "";
      mode = option types.singleLineStr "0400";
      file = option types.path file;
    };

  # A numeric owner counts where no name is given.
  numericOwner = {
    uid = option (types.nullOr types.int) 0;
    gid = option (types.nullOr types.int) 0;
  };

  # A changed file restarts what reads it.
  units = {
    restartUnits = option (types.listOf types.str) [ ];
    reloadUnits = option (types.listOf types.str) [ ];
  };

  # of `sops` itself
  sops =
    {
      secret,
      template,
      ageKeys,
      gnupgKeys,
    }:
    {
      secrets = option (types.attrsOf (types.submodule secret)) { };
      templates = option (types.attrsOf (types.submodule template)) { };
      placeholder = option (types.attrsOf coercibleToString) { } // {
        visible = false;
      };
      defaultSopsFile = required types.path;
      defaultSopsFormat = option types.str "yaml";
      validateSopsFiles = option types.bool true;
      keepGenerations = option types.ints.unsigned 1;
      log =
        let
          events = [
            "keyImport"
            "secretChanges"
          ];
        in
        option (types.listOf (types.enum events)) events;
      environment = option (types.attrsOf (types.either types.str types.path)) { };
      age = {
        keyFile = option (types.nullOr pathNotInStore) null;
        generateKey = option types.bool false;
        sshKeyPaths = option (types.listOf types.path) ageKeys;
      };
      gnupg = {
        home = option (types.nullOr types.str) null;
        sshKeyPaths = option (types.listOf types.path) gnupgKeys;
      };
    };

  # What stands in a template until the secret is decrypted.
  placeholders =
    secrets:
    lib.mapAttrs (
      name: _: lib.mkDefault "<SOPS:${builtins.hashString "sha256" name}:PLACEHOLDER>"
    ) secrets;
}
