# The units of systemd that are defined, each with all that is said of it. Units of services that are only enabled are not
# known on paper.
{ lib, things }:
let
  suffixes = {
    paths = "path";
    services = "service";
    slices = "slice";
    sockets = "socket";
    targets = "target";
    timers = "timer";
  };

  isOfUnit =
    { path, ... }:
    builtins.length path > 2 && builtins.head path == "systemd" && suffixes ? ${builtins.elemAt path 1};

  unitOf = { path, ... }: "${builtins.elemAt path 2}.${suffixes.${builtins.elemAt path 1}}";

  byUnit = builtins.groupBy unitOf (builtins.filter isOfUnit things);

  # What runs `false` fails. So it can be tried what happens to a system with a unit that fails.
  runsFalse =
    { path, text, ... }:
    lib.last path == "ExecStart" && builtins.match ".*[/\"]false( .*)?\".*" text != null;

  said = { name, text, ... }: "${name} = ${text}";
in
{
  # A line changes when anything that is said of the unit does.
  lines = lib.mapAttrsToList (
    unit: things:
    "${unit}\t${
      builtins.hashString "sha256" (
        builtins.unsafeDiscardStringContext (lib.concatMapStringsSep "\n" said things)
      )
    }"
  ) byUnit;
  names = builtins.attrNames byUnit;
  failing = builtins.attrNames (lib.filterAttrs (_: builtins.any runsFalse) byUnit);
}
