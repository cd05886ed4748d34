# The options of a file of NixOS that is no part of the base system, for the module that stands for it.
name: arguments: (import ../declare { data = ../data/modules + "/${name}"; } arguments).options
