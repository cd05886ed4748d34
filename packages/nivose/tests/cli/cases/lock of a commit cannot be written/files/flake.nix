{
  inputs.a.url = "path:./a";
  outputs = _: { };
}
