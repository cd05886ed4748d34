{
  short = value;
  aQuiteLongNameForAnAttribute =
    anotherQuiteLongNameThatIsTheValue.and.an.attribute.path.that.is.long.too;
  aQuiteLongNameForAnAttribute.andAnotherOne.andOneMoreOfThem.${andOneThatIsComputed}.x = {
    one = 1;
  };
  list = [
    one
    two
  ];
  set = {
    one = 1;
    two = 2;
  };
  function = argument: { inherit argument; };
  string = "a string is never put on a line of its own, however long it is, because nothing is gained by doing so";
  path = ./a/path/that/is/really/very/long/and/goes/on/and/on/and/on/until/it/does/not/fit/into/a/line/any/more;
  operators =
    firstOperand + secondOperand + thirdOperand + fourthOperand + fifthOperand + sixthOperand + last;
  update = {
    one = 1;
  }
  // {
    two = 2;
  };
  updateOfLongNames =
    thisIsTheFirstSet.that.is.updated // thisIsTheSecondSet.that.updates.it // { two = 2; };
  updateOfOne = someSet // {
    two = 2;
  };
  concatenation = [
    one
  ]
  ++ two
  ++ [
    three
    four
  ];
  call = aFunction withAnArgument andAnotherOne { one = 1; };
  longCall =
    aFunctionWithAQuiteLongName anArgumentWithAQuiteLongName anotherArgumentWithAQuiteLongName
      last;
  scope = with scope; [
    one
    two
  ];
  scopeOfANameThatIsLong =
    with aScopeThatHasAVeryLongName.and.an.attribute.path;
    aValueThatHasAVeryLongName.too;
  condition = if condition then consequence else alternative;
  longCondition =
    if aConditionThatIsLong then aConsequenceThatIsLong else anAlternativeThatIsLong.and.more;
  parentheses = (
    anExpression thatIsInParentheses andIsTooLongForOneLine becauseItHasSoManyArguments inIt yes
  );
  default =
    some.attribute.path.that.may.be.missing or another.attribute.path.that.stands.for.it.where.it.is.x;
  has =
    someSetWithALongName.that.has.attributes ? anAttributeWithALongName.that.may.or.may.not.be.there.x;
  equal =
    someValueWithALongName.that.is.compared == anotherValueWithALongName.that.it.is.compared.to.it.x;
}
