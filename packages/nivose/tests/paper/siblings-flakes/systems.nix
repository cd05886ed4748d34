# The lists of systems, each by the name of the repository that has it.
{
  systems,
  systems-default-linux,
  systems-default-darwin,
  systems-empty,
  systems-aarch64-darwin,
  systems-aarch64-linux,
  systems-x86_64-darwin,
  systems-x86_64-linux,
}@lists:
builtins.mapAttrs (_: import) lists
