# The numbers that users and groups of services have.
{ ids = builtins.fromJSON (builtins.readFile ../../../data/ids.json); }
