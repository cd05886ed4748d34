# Parts of version numbers.
{ lib }:
let
  inherit (builtins) concatStringsSep elemAt splitVersion;

  component = index: version: elemAt (splitVersion version) index;
in
{
  inherit splitVersion;

  major = component 0;
  minor = component 1;
  patch = component 2;
  majorMinor = version: concatStringsSep "." (lib.take 2 (splitVersion version));

  # What follows a hyphen stays behind the numbers.
  pad =
    count: version:
    let
      numbers = builtins.head (lib.splitString "-" version);
      components = splitVersion numbers ++ lib.replicate count "0";
    in
    concatStringsSep "." (lib.take count components) + lib.removePrefix numbers version;
}
