# A formatter that is enabled is one of the settings. With what options it is called is not known on paper.
names:
{
  config,
  lib,
  options,
  ...
}:
let
  unknown = import ./declare/unknown.nix;

  ofProgram =
    name:
    let
      program = config.programs.${name};
      file = "the formatter ${name} of treefmt-nix";
    in
    lib.mkIf program.enable {
      command = lib.mkDefault (unknown "the command of ${file}");
      options = lib.mkBefore (unknown "the options of ${file}");
      includes = lib.mkIf (program.includes != [ ]) program.includes;
      excludes = lib.mkIf (program.excludes != [ ]) program.excludes;
      priority = lib.mkIf (program ? priority && program.priority != null) program.priority;
    };
in
{
  settings.formatter = lib.genAttrs names ofProgram;
}
