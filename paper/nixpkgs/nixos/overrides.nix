# What is known of options beyond the data.
{ config, lib, ... }:
let
  withDefault = default: option: option // { inherit default; };
in
{
  # The data say nothing of defaults of internal options.
  "assertions" = withDefault [ ];
  "warnings" = withDefault [ ];

  "system.name" = withDefault (
    if config.networking.hostName == "" then "unnamed" else config.networking.hostName
  );
}
