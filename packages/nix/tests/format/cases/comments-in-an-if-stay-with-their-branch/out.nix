# behind if
if
  a # behind the condition
then # behind then
  # before the consequence
  b # behind the consequence
# before else
# behind else
else
# before the alternative
if c then
  d
else
  # last
  e
