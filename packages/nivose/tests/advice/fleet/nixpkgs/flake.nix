{
  outputs = _: { lib = import ./lib; };
}
