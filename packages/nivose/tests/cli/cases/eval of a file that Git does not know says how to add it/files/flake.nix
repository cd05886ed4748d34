{
  outputs = _: {
    x = import ./new.nix;
  };
}
