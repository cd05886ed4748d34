{
  outputs = _: { word = "24.11"; };
}
