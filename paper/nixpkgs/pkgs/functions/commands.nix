# Commands are not run on paper; what is made by them depends on their text.
{ make, ... }:
let
  runCommandWith =
    {
      name,
      derivationArgs ? { },
      runLocal ? false,
      ...
    }:
    buildCommand:
    make {
      inherit name;
      label = name;
      kind = "runCommand";
      given = _: { inherit name buildCommand; } // derivationArgs;
    };

  runCommand = name: derivationArgs: runCommandWith { inherit name derivationArgs; };
in
{
  inherit runCommand runCommandWith;
  runCommandCC = runCommand;
  runCommandLocal = runCommand;
  runCommandNoCC = runCommand;
  runCommandNoCCLocal = runCommand;
}
