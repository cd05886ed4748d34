[
  (a)
  ((a))
  (a b)
  ({
    one = 1;
    two = 2;
  })
  (
    let
      a = 1;
    in
    a
  )
  (aFunctionWithALongName anArgumentWithALongName anotherArgumentWithALongName
    yetAnotherArgumentWithALongName
  )
  (
    aRatherLongOperand
    + anotherRatherLongOperand
    + yetAnotherRatherLongOperand
    + oneMoreOfThem
    + theVeryLast
  )
  (a.b.c)
  (
    # a comment
    a
  )
  (
    # a comment
    a b
    # another
  )
]
