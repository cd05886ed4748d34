# The file that a variable of the environment names, or else a default.
name: default:
let
  value = builtins.getEnv name;
in
if value == "" then default else /. + value
