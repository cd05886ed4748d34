# Functions that call a function for each system, and how they put together what it gives.
{ defaultSystems }:
let
  # Where the evaluation may know the machine it runs on, its system is one of those asked for.
  withCurrent =
    systems:
    if !(builtins ? currentSystem) || builtins.elem builtins.currentSystem systems then
      systems
    else
      systems ++ [ builtins.currentSystem ];

  # NAME of a system becomes NAME.SYSTEM.
  eachSystem =
    systems: outputsFor:
    builtins.foldl' (
      sum: system:
      sum
      // builtins.mapAttrs (name: value: (sum.${name} or { }) // { ${system} = value; }) (
        outputsFor system
      )
    ) { } (withCurrent systems);

  # NAME of a system becomes SYSTEM.NAME.
  eachSystemMap =
    systems: outputsFor:
    builtins.listToAttrs (
      map (name: {
        inherit name;
        value = outputsFor name;
      }) systems
    );

  # NAME stays NAME; the last system wins.
  eachSystemPassThrough =
    systems: outputsFor:
    builtins.foldl' (sum: system: sum // outputsFor system) { } (withCurrent systems);
in
{
  inherit eachSystem eachSystemMap eachSystemPassThrough;
  eachDefaultSystem = eachSystem defaultSystems;
  eachDefaultSystemMap = eachSystemMap defaultSystems;
  eachDefaultSystemPassThrough = eachSystemPassThrough defaultSystems;
}
