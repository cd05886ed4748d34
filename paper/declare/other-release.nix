# Whoever takes a flake on paper for one of another release than that whose options it has says so by a count of revisions
# that no flake of a forge has, since a reference to a folder has no place to say more. Then options that are not declared
# may well exist: they are accepted, and nothing is known of them. So it is where the options are from a list that leaves
# some out.
{ self, project }:
let
  isOther = self.revCount or 1 == 0;
  isPartial = builtins.pathExists ../data/from-a-list.txt;
in
if !isOther && !isPartial then
  [ ]
else
  [
    (
      { lib, options, ... }:
      {
        _file = "unknown on paper";
        key = "unknown on paper: another release of ${project}";
        config._module =
          if options._module ? opaque then
            {
              opaque = [
                {
                  input =
                    if isOther then
                      "${project}, of which another release is on paper"
                    else
                      "${project}, of which not all options are on paper";
                  everywhere = true;
                  otherReleaseOf = if isOther then project else null;
                }
              ];
            }
          else
            { check = lib.mkDefault false; };
      }
    )
  ]
