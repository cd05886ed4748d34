# A flake with all its inputs taken from local folders, evaluated in place: what `nix eval --override-input` gives, without
# copying nixpkgs into the store. Siblings (`path:../other`) are found by themselves; `sources` has the others, by the name of
# the input or of its repository.
#
#   nix-instantiate --eval --strict --json local-flake.nix --arg flake ./examples/homelab --arg sources '{ nixpkgs = /path; }'
#     -A nixosConfigurations.luna.config.system.build.toplevel.drvPath
#
# `flake` and each source are a folder, or a set with `outPath` and whatever else is to be known of it, such as `rev`.
{
  flake,
  sources,
}:
let
  inherit (builtins)
    attrNames
    filter
    foldl'
    functionArgs
    head
    isAttrs
    isPath
    isString
    listToAttrs
    match
    split
    ;

  infoOf =
    source:
    if isAttrs source then
      source // { outPath = toString source.outPath; }
    else
      {
        outPath = toString source;
        lastModified = 1732000000;
        lastModifiedDate = "20241119070640";
        rev = "0000000000000000000000000000000000000000";
        shortRev = "0000000";
        narHash = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
      };

  # What is known of a flake before its outputs, which may need all of it: the source, and the inputs, as such records, too.
  # `overrides` are what the flake that asks says of our inputs: for each a declaration, and the flake that made it.
  call =
    sourceInfo: overrides:
    let
      file = import (sourceInfo.outPath + "/flake.nix");
      declared = file.inputs or { };
      undeclared = removeAttrs (functionArgs file.outputs) (attrNames declared ++ [ "self" ]);
      known = {
        inherit flake inputs sourceInfo;
      };
      inputs = builtins.mapAttrs (
        name: declaration:
        inputOf name declaration known (
          overrides.${name} or {
            inherit declaration;
            from = known;
          }
        )
      ) (builtins.mapAttrs (_: _: { }) undeclared // declared);
      flakes = builtins.mapAttrs (_: input: input.flake) inputs;
      outputs = file.outputs (flakes // { self = flake; });
      flake =
        outputs
        // sourceInfo
        // {
          inherit outputs sourceInfo;
          inputs = flakes;
          _type = "flake";
        };
    in
    known;

  # An override says where an input comes from; whether that is a flake, and what its own inputs follow, still is ours to say.
  inputOf =
    name: declaration: from: override:
    let
      said = override.declaration;
      info = fetch name said override.from.sourceInfo;
    in
    if said ? follows then
      inputAt override.from (stepsOf said.follows)
    else if declaration.flake or true then
      call info (
        builtins.mapAttrs (_: declaration: { inherit declaration from; }) (declaration.inputs or { })
      )
    else
      {
        flake = info;
        sourceInfo = info;
        inputs = { };
      };

  # With no steps at all it is the flake itself: that is how an input is left out.
  inputAt = foldl' (from: step: from.inputs.${step});
  stepsOf = text: filter (step: isString step && step != "") (split "/" text);

  # A path is relative to the flake that says it, and shares what is known of that one.
  fetch =
    name: said: asking:
    let
      url = said.url or "";
      path =
        if isPath url then
          toString url
        else if (said.type or "") == "path" then
          said.path
        else
          matched "path:([^?]*).*" url;
      repository = said.repo or (matched "[a-z]+:[^/]+/([^/?]+).*" url);
    in
    if path != null && match "/.*" path == null then
      asking // { outPath = asking.outPath + "/${path}"; }
    else if path != null then
      infoOf path
    else if sources ? ${name} then
      infoOf sources.${name}
    else if repository != null && sources ? ${repository} then
      infoOf sources.${repository}
    else
      throw "no local folder for the input '${name}' (${url})";

  matched =
    pattern: text:
    let
      groups = match pattern text;
    in
    if groups == null then null else head groups;
in
(call (infoOf flake) { }).flake
