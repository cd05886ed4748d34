# Options that have become others of a different type (`mkChangedOptionModule`, `mkMergedOptionModule`). A function makes the
# new value of the old one, and what it makes nobody here knows; so the new option is unknown if the old one is defined.
# Each is said by its names, from the root or from the submodule that both are in, which is `within`; what is below an
# option that takes anything is `below`.
{ lib }:
changed:
let
  inherit (lib.options) showFiles showOption;

  override =
    {
      from,
      to,
      below ? [ ],
      within ? null,
    }:
    let
      prefix = if within == null then "" else "${within}.";
      nameOf = path: prefix + lib.concatStringsSep "." path;
      now = showOption (to ++ below);
    in
    map (path: {
      ${nameOf path} =
        option:
        option
        // {
          notice = files: {
            warning = "The option `${showOption path}' defined in ${showFiles files} has been changed to `${now}' that has a different type. Please read `${now}' documentation and update your configuration accordingly.";
          };
        };
      ${nameOf to} =
        option:
        option
        // {
          from = option.from or [ ] ++ [
            {
              inherit path below;
              isChanged = true;
            }
          ];
        };
    }) from;
in
# Several may have become one.
lib.zipAttrsWith (
  _: functions: option:
  lib.foldl' (made: make: make made) option functions
) (lib.concatMap override changed)
