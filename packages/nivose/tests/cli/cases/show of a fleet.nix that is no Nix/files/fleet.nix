{
  hosts.luna.port = 22
}
