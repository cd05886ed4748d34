# A module that declares what many files declare in the real thing. The module system on paper asks such a module for its
# `listing`, to take away the options of files that are disabled, and to pass on the definitions of whole sets of options
# that have another name now. Any other module system takes it for the function that it is as well.
{
  # `modules.json` in it has the options of each file, `renamed-sets.json` the old names of sets of options.
  data,
  # Where the files would be, and what their place is called in any copy of the real thing.
  modulesPath,
  place,
  # Modules on paper that are called as in the real thing, and are part of everything.
  own ? [ ],
  # The module, without the options of the list.
  declaring,
}:
let
  inherit (builtins)
    any
    concatMap
    elem
    filter
    fromJSON
    pathExists
    readFile
    stringLength
    substring
    ;
  read = name: if pathExists (data + name) then fromJSON (readFile (data + name)) else { };
  prefix = "${toString modulesPath}/";
  isBelow = key: substring 0 (stringLength prefix) key == prefix;
  nameOf = key: substring (stringLength prefix) (stringLength key) key;
  endsWith =
    suffix: text:
    let
      start = stringLength text - stringLength suffix;
    in
    start >= 0 && substring start (stringLength suffix) text == suffix;
  whole = declaring [ ];
in
{
  __functor = _: whole;
  __functionArgs = builtins.functionArgs whole;

  listing = {
    renamedSets = read "/renamed-sets.json";

    # What is imported is known before what is disabled, so that only the list of options may depend on that. A file that is
    # imported by its path stays: whoever takes it from another copy disables the one and imports the other, and on paper
    # both may be the same.
    without =
      { disabled, imported }:
      let
        names = map nameOf (filter isBelow disabled);
        isOwn = name: elem "${prefix}${name}" (map toString own);
        isImported = name: !isOwn name && any (endsWith "/${place}/${name}") imported;
        owners = read "/modules.json";
      in
      declaring (
        if names == [ ] then
          [ ]
        else
          concatMap (name: owners.${name} or [ ]) (filter (name: !isImported name) names)
      );
  };
}
