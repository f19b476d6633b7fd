"""Text merge after proto/README.md, "Text merge"."""
import re

TOKENS_MAX = 600
SPACES = " \t\n\r"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"


def tokens(text):
    return re.findall(r"[^ \t\n\r]+[ \t\n\r]*|^[ \t\n\r]+", text)


def word(token):
    return token.rstrip(SPACES)


def ends_sentence(token, following):
    if "\n" in token[len(word(token)):]:
        return True
    bare = word(token).rstrip(")\"'”»’")
    if bare.endswith(("!", "?")):
        return True
    return bare.endswith((".", "…")) and (following is None or following.startswith(tuple(CAPITALS)))


def align(a, b):
    """Pairs of places that say the same: common beginning, common end, between them a longest common subsequence."""
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    m, n = len(a) - tail, len(b) - tail
    length = [[0] * (n + 1) for _ in range(m + 1)]
    for i in range(m - 1, head - 1, -1):
        for j in range(n - 1, head - 1, -1):
            length[i][j] = length[i + 1][j + 1] + 1 if a[i] == b[j] else max(length[i + 1][j], length[i][j + 1])
    out = [(k, k) for k in range(head)]
    i = j = head
    while i < m and j < n:
        if a[i] == b[j]:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1
    return out + [(m + k, n + k) for k in range(tail)]


def hunks(base, side):
    """[(from, to, new tokens, reach from, reach to)]"""
    out, at, here = [], 0, 0
    for i, j in align(base, side) + [(len(base), len(side))]:
        if (at, here) != (i, j):
            out.append((at, i, side[here:j], *reach(base, at, i, side[here:j])))
        at, here = i + 1, j + 1
    return out


def reach(base, start, end, new):
    """An insertion or deletion of what its neighbours repeat might as well stand elsewhere."""
    run = new if start == end else base[start:end] if not new else None
    if run:
        low, high, n = start, end, 0
        while low > 0 and base[low - 1] == run[-1 - n % len(run)]:
            low, n = low - 1, n + 1
        n = 0
        while high < len(base) and base[high] == run[n % len(run)]:
            high, n = high + 1, n + 1
        return low, high
    return start, end


def apart(base, start, end):
    if start >= end:
        return False
    return end - start >= 3 or any(
        ends_sentence(base[i], base[i + 1] if i + 1 < len(base) else None) for i in range(start, end))


def runs(side):
    return {tuple(map(word, new[i:i + 3])) for _, _, new, _, _ in side for i in range(len(new) - 2)}


def merge(base, a, b):
    """The merged text, or None: keep both."""
    base, a, b = tokens(base), tokens(a), tokens(b)
    if max(map(len, (base, a, b))) > TOKENS_MAX:
        return None
    sides = hunks(base, a), hunks(base, b)
    if runs(sides[0]) & runs(sides[1]):
        return None
    if any(not apart(base, x[4], y[3]) and not apart(base, y[4], x[3]) for x in sides[0] for y in sides[1]):
        return None
    out, at = [], 0
    for start, end, new, _, _ in sorted(sides[0] + sides[1], key=lambda hunk: hunk[0]):
        out += base[at:start] + new
        at = end
    return "".join(out + base[at:])
