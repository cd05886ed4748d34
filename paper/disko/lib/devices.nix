# Sets of devices, and the names that Linux gives them.
{ lib }:
rec {
  # Sets are merged and lists put one behind the other.
  recursiveUpdate =
    left: right:
    lib.zipAttrsWith
      (
        _: values:
        if lib.length values == 1 then
          lib.head values
        else if lib.all builtins.isAttrs values then
          recursiveUpdate (lib.head values) (lib.last values)
        else if lib.all builtins.isList values then
          lib.concatLists values
        else
          lib.last values
      )
      [
        left
        right
      ];

  deepMergeMap = f: lib.foldr (attrs: merged: recursiveUpdate merged (f attrs)) { };

  # every device by its kind and its name
  deviceList =
    devices:
    lib.concatLists (
      lib.mapAttrsToList (
        kind: named:
        map (name: [
          kind
          name
        ]) (lib.attrNames named)
      ) devices
    );

  # what the partition with this number is called
  deviceNumbering =
    device: index:
    let
      number = toString index;
      isLike = pattern: builtins.match pattern device != null;
    in
    if isLike "/dev/([vs]|(xv)d).+" then
      "${device}${number}"
    else if isLike "/dev/(disk|zvol)/.+" then
      "${device}-part${number}"
    else if isLike "/dev/((nvme|mmcblk).+|md/.*[[:digit:]])" then
      "${device}p${number}"
    else if isLike "/dev/(md|mapper)/.+" then
      "${device}${number}"
    else if isLike "/dev/loop[[:digit:]]+" then
      "${device}p${number}"
    else
      abort ''
        ${device} seems not to be a supported disk format. Please add this to disko in https://github.com/nix-community/disko/blob/master/lib/default.nix
      '';

  # as udev writes it below /dev/disk
  hexEscapeUdevSymlink =
    let
      hex = char: lib.toHexString (lib.strings.charToInt char);
    in
    lib.stringAsChars (
      char:
      if builtins.match "[0-9A-Za-z#+-.:=@_/]" char != null || char == "" then char else "\\x${hex char}"
    );

  # counted from one
  indexOf =
    f: list: fallback:
    let
      found = lib.filter (index: f (lib.elemAt list index)) (lib.range 0 (lib.length list - 1));
    in
    if found == [ ] then fallback else lib.head found + 1;
}
