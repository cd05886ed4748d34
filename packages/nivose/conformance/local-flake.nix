# The outputs of a flake whose inputs are local folders: what `nix eval --override-input` gives, without copying nixpkgs into
# the store. `sources` has a folder for each name of an input; siblings (`path:../other`) are found by themselves.
#
#   nix-instantiate --eval --strict --json local-flake.nix --arg flake ./examples/homelab --arg sources '{ nixpkgs = /path; }'
#     -A nixosConfigurations.luna.config.system.build.toplevel.drvPath
{
  flake,
  sources,
}:
let
  inherit (builtins)
    attrNames
    hasAttr
    isString
    listToAttrs
    map
    match
    ;

  sourceInfo = folder: {
    outPath = toString folder;
    lastModified = 1732000000;
    lastModifiedDate = "20241119070640";
    rev = "0000000000000000000000000000000000000000";
    shortRev = "0000000";
    narHash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  };

  # `overrides` are the inputs that follow one of the flake that asks
  call =
    folder: overrides:
    let
      declared = (import (folder + "/flake.nix")).inputs or { };
      outputNames = attrNames (builtins.functionArgs (import (folder + "/flake.nix")).outputs);
      names = attrNames (
        declared
        // listToAttrs (
          map (name: {
            inherit name;
            value = { };
          }) (builtins.filter (name: name != "self") outputNames)
        )
      );
      inputs = listToAttrs (
        map (name: {
          inherit name;
          value = overrides.${name} or (resolve folder name (declared.${name} or { }) inputs);
        }) names
      );
      outputs = (import (folder + "/flake.nix")).outputs (inputs // { inherit self; });
      self =
        outputs
        // sourceInfo folder
        // {
          inherit inputs outputs;
          sourceInfo = sourceInfo folder;
          _type = "flake";
        };
    in
    self;

  resolve =
    folder: name: input: ours:
    let
      url = input.url or "";
      relative = if isString url then match "path:(\\.\\.?/.*)" url else null;
      target = if relative != null then folder + "/${builtins.head relative}" else source name url;
      follows =
        builtins.mapAttrs
          (_: each: if each.follows == "" then throw "the input is left out" else ours.${each.follows})
          (
            builtins.intersectAttrs (listToAttrs (
              map (n: {
                name = n;
                value = null;
              }) (following (input.inputs or { }))
            )) (input.inputs or { })
          );
    in
    if !(input ? url) && input ? follows then
      ours.${input.follows}
    else if input.flake or true then
      call target follows
    else
      sourceInfo target;

  following = inner: builtins.filter (n: inner.${n} ? follows) (attrNames inner);

  # by the name of the input, or by that of the repository
  source =
    name: url:
    let
      repository = match "github:[^/]+/([^/?]+).*" url;
    in
    if hasAttr name sources then
      sources.${name}
    else if repository != null && hasAttr (builtins.head repository) sources then
      sources.${builtins.head repository}
    else
      throw "no local folder for the input '${name}' (${url})";
in
call flake { }
