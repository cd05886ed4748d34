# Addresses.
{ lib }:
let
  inherit (builtins)
    elem
    elemAt
    head
    length
    match
    ;
  inherit (lib) splitString;

  groupCount = 8;

  # The eight groups of digits. `::` stands for one or more that are zero.
  groupsOf =
    address:
    let
      halves = map (half: if half == "" then [ ] else splitString ":" half) (splitString "::" address);
      known = builtins.concatLists halves;
      zeros = lib.replicate (groupCount - length known) "0";
      isComplete =
        if length halves == 1 then
          length known == groupCount
        else
          length halves == 2 && length known < groupCount;
    in
    if match "^[0-9A-Fa-f:]+$" address == null then
      throw "${address} contains malformed characters for IPv6 address"
    else if !isComplete || elem "" known then
      throw "${address} is not a valid IPv6 address"
    else if length halves == 1 then
      known
    else
      head halves ++ zeros ++ elemAt halves 1;

  numberOf =
    digits:
    let
      number = lib.fromHexString digits;
    in
    if 0 <= number && number <= 65535 then number else throw "0x${digits} is not a valid u16 integer";

  write = lib.concatMapStringsSep ":" (group: lib.toLower (lib.toHexString (numberOf group)));

  prefixLengthOf =
    text: digits:
    let
      bits = lib.toInt digits;
    in
    if 1 <= bits && bits <= 128 then
      bits
    else
      throw "${text} IPv6 subnet should be in range [1;128], got ${toString bits}";
in
{
  ipv6.fromString =
    text:
    let
      parts = splitString "/" text;
      count = length parts;
      of = if count < 3 then lib.id else throw "${text} is not a valid IPv6 address in CIDR notation";
    in
    {
      address = of (write (groupsOf (head parts)));
      prefixLength = of (if count == 1 then 128 else prefixLengthOf text (elemAt parts 1));
    };
}
