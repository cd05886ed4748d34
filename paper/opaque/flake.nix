{
  description = "An input that paper knows nothing of";

  outputs = _: import ./outputs.nix;
}
