"""Whether two sets of times can be told apart: the Mann-Whitney test with a correction for ties."""

import math


def mann_whitney(first, second):
    """(p, share): two-sided p by the normal approximation, and how often a time of `first` exceeds one of `second`
    (one half when they cannot be told apart). Both need at least 20 values."""
    n, m = len(first), len(second)
    assert n >= 20 and m >= 20
    ordered = sorted([(value, 0) for value in first] + [(value, 1) for value in second])
    rank_sum, ties, at = 0.0, 0.0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        rank = (at + end + 1) / 2
        rank_sum += rank * sum(1 for _, group in ordered[at:end] if group == 0)
        ties += (end - at) ** 3 - (end - at)
        at = end
    u = rank_sum - n * (n + 1) / 2
    total = n + m
    variance = n * m / 12 * (total + 1 - ties / (total * (total - 1)))
    if variance <= 0:
        return 1.0, 0.5
    z = (abs(u - n * m / 2) - 0.5) / math.sqrt(variance)
    return min(1.0, math.erfc(max(z, 0) / math.sqrt(2))), u / (n * m)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(math.ceil(share * len(ordered))) - 1)]
