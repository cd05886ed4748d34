{
  a = 1; #
  #
  b = 1; #   blanks around   
  #no blank
  c = 1; #no blank
  #! a bang
}
