{
  outputs = { self, shared }: { x = shared.x; };
}
