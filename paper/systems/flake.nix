{
  description = "A list of systems on paper";

  outputs = _: { };
}
