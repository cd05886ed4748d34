# `system.build.toplevel`: a folder with the scripts that activate the system, with its files of /etc, and with a manifest
# of what is defined. It depends on nothing else, so that systems in which the same is defined are the same.
{
  lib,
  config,
  options,
  pkgs,
}:
let
  record = import ./record.nix {
    inherit lib;
    mayDeclareMore = config._module.opaque or [ ] != [ ];
    defined = import ./defined.nix { inherit lib config options; };
  };
  inherit (record) things;
  units = import ./units.nix { inherit lib things; };
  etc = import ./etc.nix { inherit lib config; };

  knownOr =
    default: value:
    let
      found = builtins.tryEval value;
    in
    if found.success then found.value else default;

  lines = list: lib.concatMapStrings (line: "${line}\n") list;

  # As `printf %b` reads it.
  inLine = builtins.replaceStrings [ "\\" "\n" "\t" ] [ "\\\\" "\\n" "\\t" ];

  namesBelow =
    prefix:
    let
      length = builtins.length prefix;
    in
    lib.unique (
      map ({ path, ... }: builtins.elemAt path length) (
        builtins.filter (
          { path, ... }: builtins.length path > length && lib.take length path == prefix
        ) things
      )
    );

  # A package on paper is named by its store path.
  packages = lib.concatMap (
    package:
    let
      path = builtins.tryEval (toString package);
    in
    lib.optional path.success {
      name = builtins.substring 33 (-1) (baseNameOf (builtins.unsafeDiscardStringContext path.value));
      path = path.value;
    }
  ) (knownOr [ ] config.environment.systemPackages);

  specialisations = builtins.mapAttrs (
    _: variant: variant.configuration.system.build.toplevel
  ) config.specialisation;

  system = pkgs.stdenv.hostPlatform.system;
  release = knownOr null config.system.nixos.release;
  label = knownOr (if release == null then "paper" else "${release}.paper") config.system.nixos.label;

  set =
    members:
    "{${
      lib.concatStringsSep ",\n" (map ({ name, text, ... }: "${builtins.toJSON name}: ${text}") members)
    }}";

  manifest = set (
    map
      ({ name, value }: {
        inherit name;
        text = builtins.toJSON value;
      })
      [
        (lib.nameValuePair "name" config.system.name)
        (lib.nameValuePair "system" system)
        (lib.nameValuePair "release" release)
        (lib.nameValuePair "unknown" record.unknown)
        (lib.nameValuePair "units" units.names)
        (lib.nameValuePair "users" (namesBelow [
          "users"
          "users"
        ]))
        (lib.nameValuePair "groups" (namesBelow [
          "users"
          "groups"
        ]))
        (lib.nameValuePair "packages" packages)
        (lib.nameValuePair "etc" (map (file: file.target) etc))
        (lib.nameValuePair "specialisations" (builtins.attrNames specialisations))
      ]
    ++ [
      {
        name = "options";
        text = set things;
      }
    ]
  );

  script = name: {
    text = builtins.readFile (./scripts + "/${name}");
    executable = true;
  };

  linksIn =
    folder: members:
    lib.listToAttrs (
      map ({ name, path }: lib.nameValuePair "${folder}/${name}" { link = toString path; }) members
    );
in
(import ../../pkgs/build).tree {
  name = "nixos-system-${config.system.name}-${label}";
  files = {
    "activate" = script "activate";
    "bin/switch-to-configuration" = script "switch-to-configuration";
    "alone".text = builtins.readFile ./scripts/alone;
    "etc-modes".text = lines (map (file: "${inLine file.mode}\t${inLine file.target}") etc);
    "failing-units".text = lines units.failing;
    "init".text = "# This system is on paper, and starts nothing.\n";
    "init-interface-version".text = "paper 1";
    "system.json".text = manifest;
    "nixos-version".text = label;
    "system".text = system;
    "units".text = lines units.lines;
  }
  // lib.listToAttrs (map (file: lib.nameValuePair "etc/${file.target}" file.content) etc)
  // linksIn "sw" packages
  // linksIn "specialisation" (
    lib.mapAttrsToList (name: path: { inherit name path; }) specialisations
  );
}
// {
  # For those who compare systems without building them.
  onPaper = {
    inherit manifest;
    inherit (record) unknown;
  };
}
