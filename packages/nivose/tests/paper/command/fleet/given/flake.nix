{
  outputs = _: { given = true; };
}
