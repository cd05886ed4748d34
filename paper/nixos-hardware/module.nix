# A file of nixos-hardware as a module: what it imports, declares and defines are data. Of a definition that depends on the
# configuration or on packages, only its option is known.
file:
{
  config,
  lib,
  options,
  ...
}:
let
  unknown = import ./declare/unknown.nix;
  declare = import ./declare/option.nix {
    inherit lib;
    project = "nixos-hardware";
    overrides = { };
  };

  vendor = builtins.head (lib.splitString "/" file);
  known = (import ./vendors.nix).${vendor}.${file};
  computed = (import ./computed.nix config).${file} or { };
  place = "nixos-hardware/${file}";

  definition =
    {
      path,
      value ?
        computed.${lib.concatStringsSep "." path}
        or (unknown "what ${place} sets ${lib.showOption path} to"),
      priority ? 100,
      order ? null,
      maybe ? false,
      ...
    }:
    let
      ordered = if order == null then value else lib.mkOrder order value;
      prioritized = if priority == 100 then ordered else lib.mkOverride priority ordered;
    in
    lib.setAttrByPath path (
      if maybe then
        lib.mkIf (unknown "whether ${place} sets ${lib.showOption path}") prioritized
      else
        prioritized
    );

  gone = path: lib.mkRemovedOptionModule path "It is not in nixos-hardware any more.";
in
{
  _file = place;
  key = place;
  imports = map (import ./module.nix) (known.imports or [ ]) ++ map gone (known.removed or [ ]);
  options = declare {
    declared = [ place ];
    path = [ ];
    within = [ ];
    names = [ ];
    again = { };
    scopes = [ { inherit config options; } ];
    expressions = { };
  } (known.options or { });
  config = lib.mkMerge (map definition (known.definitions or [ ]));
}
