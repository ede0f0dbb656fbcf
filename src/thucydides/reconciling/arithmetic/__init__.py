"""Arithmetic: every stated number as a constraint over the unknown true counts, and what follows from all of them together.

Bounds are pushed through the sums first, which is exact where no count meets another by two ways. Only problems with such rings,
and those where nothing holds, go to the solver (Z3: it starts in a tenth of a second, knows numbers without an upper end, and
gives contradicting sets that cannot be made smaller).
"""

from thucydides.reconciling.arithmetic.problem import Problem, Statement, Sum
from thucydides.reconciling.arithmetic.solving import Solution, conflicts, tighten

__all__ = ["Problem", "Solution", "Statement", "Sum", "conflicts", "tighten"]
