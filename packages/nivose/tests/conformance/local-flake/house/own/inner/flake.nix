{
  inputs.plain.url = "path:../../plain";
  inputs.plain.flake = false;
  outputs = { plain, ... }: { name = "inner of ${builtins.readFile (plain + "/text")}"; };
}
