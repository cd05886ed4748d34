{
  trivial.release = "31.05";
}
