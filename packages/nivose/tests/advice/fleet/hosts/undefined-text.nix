{
  networking.hostName = luna;
}
