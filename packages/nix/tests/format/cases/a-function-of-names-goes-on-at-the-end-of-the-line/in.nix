[
  (a: b)
  (a: b: c: d)
  (a: { one = 1; two = 2; })
  (a: b: [ one two ])
  (a: b: c: aBodyThatIsRatherLong andHasArguments thatAreRatherLong soThatItDoesNotFitInto theLine anyMore)
  (_: with a; { b = 1; })
  (self: super: { one = super.one.override { two = self.two; }; })
]
