# an input that is not declared, and `outputs` that names nothing
{
  inputs.pkgs = { };
  outputs = inputs: { name = "given ${toString (builtins.attrNames inputs)}"; };
}
