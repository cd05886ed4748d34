# One hook.
{
  config,
  name,
  lib,
  default_stages,
  ...
}:
let
  inherit (lib) mkOption types;
  option = type: default: mkOption { inherit type default; };

  flag = option types.bool;
  text = option types.str;
  texts = option (types.listOf types.str);
in
{
  options = {
    enable = flag false;
    raw = mkOption { type = types.attrsOf types.unspecified; };
    id = text name;
    name = text name;
    description = text "";
    package = option (types.nullOr types.package) null;
    extraPackages = option (types.listOf types.package) [ ];
    entry = mkOption { type = types.str; };
    language = text "system";
    args = texts [ ];

    files = text "";
    types = texts [ "file" ];
    types_or = texts [ ];
    excludes = texts [ ];
    exclude_types = texts [ ];

    stages = option (import ./stages.nix { inherit lib; }) default_stages;
    before = texts [ ];
    after = texts [ ];
    priority = option (types.nullOr types.ints.u32) null;

    pass_filenames = flag true;
    fail_fast = flag false;
    require_serial = flag false;
    verbose = flag false;
    always_run = flag false;
  };

  config.raw = {
    inherit (config)
      id
      name
      entry
      language
      files
      types
      types_or
      exclude_types
      pass_filenames
      fail_fast
      require_serial
      stages
      verbose
      always_run
      args
      ;
    exclude = if config.excludes == [ ] then "^$" else "(${lib.concatStringsSep "|" config.excludes})";
    priority = lib.mkIf (config.priority != null) config.priority;
  };
}
