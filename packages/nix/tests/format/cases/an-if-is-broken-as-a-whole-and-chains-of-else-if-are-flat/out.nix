{
  short = if a then b else c;
  chain =
    if a then
      b
    else if c then
      d
    else
      e;
  long =
    if
      aConditionThatIsRatherLong && anotherConditionThatIsRatherLong || aThirdConditionThatIsRatherLong
    then
      b
    else
      c;
  sets = if a then { one = 1; } else { two = 2; };
  nested = if a then if b then c else d else e;
  inList = [ (if a then b else c) ];
}
