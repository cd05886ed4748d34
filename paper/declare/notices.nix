# What nixpkgs says of options that were renamed or removed, if they are defined. Only the module system of paper tells
# which ones are, without a look at all the others.
{
  config,
  lib,
  options,
  ...
}:
let
  noticed = builtins.concatMap (
    option: if option ? notice then [ (option.notice option.files) ] else [ ]
  ) (config._module.args.definedOptions or [ ]);

  warnings = builtins.concatMap (
    notice: if notice ? warning then [ notice.warning ] else [ ]
  ) noticed;
  assertions = builtins.concatMap (
    notice:
    if notice ? assertion then
      [
        {
          assertion = false;
          message = notice.assertion;
        }
      ]
    else
      [ ]
  ) noticed;
in
{
  # Not every project has options for them.
  config =
    lib.optionalAttrs (options ? warnings) { inherit warnings; }
    // lib.optionalAttrs (options ? assertions) { inherit assertions; };
}
