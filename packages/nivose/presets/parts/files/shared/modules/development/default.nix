# Languages and tools. The role `workstation` offers the same options below its own name.
{
  imports = [
    ./containers.nix
    ./go.nix
    ./python.nix
  ];
}
