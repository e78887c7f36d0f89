"""Functions behind the pages of dlnotes, one module per chapter, on NumPy alone.

Every function checks its arguments. A message names the argument, the rule, and the value
that came. `Raises` in a docstring lists only what the function adds to these errors, which
all functions raise:

TypeError
    If an array does not hold real numbers, or integers where the docstring asks for them;
    if it has a mask, which would be lost; if NumPy cannot read it. If another argument is
    not of the type that the docstring names: True is no number, 2.0 is no whole number, and
    a seed is no generator.
ValueError
    If a list is ragged, or a number is outside the range of float64.

A number that belongs to an array is read in the dtype of the array, for float16 in float32:
where it is refused as infinite, 1e300 is refused for float32, and 1e-50 as 0.

A result has the dtype of its arrays. What is computed in float16 is computed in float32 and
rounded once; the arrays in the state of an optimizer are float32 then. A sum, a mean or a
length that fits into its dtype is right, also where a square or a sum on the way does not.
"""
