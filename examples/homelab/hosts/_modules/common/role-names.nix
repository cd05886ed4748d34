# Every role. What a role means is in nixos/roles, and in darwin where it means something on a Mac.
[
  "bootstrap"
  "development"
  "edge"
  "server"
]
