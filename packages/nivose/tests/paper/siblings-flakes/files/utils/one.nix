inputs: {
  packages.a = inputs.value;
  packages.deep.list = [ 1 ];
}
