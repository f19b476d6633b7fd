"""Folding after proto/README.md, written without a look at proto/merge: clear and slow."""
import reader_merge
import reader_wire


def supersedes(x, y):
    """Does X take the place of Y?"""
    if x.dot == y.dot or (x.marker and not y.marker):
        return False
    if not (x.names(y) and x.age > y.age) and not x.names_former(y):
        return False
    return not (y.voice == "VOICE_RESIDENT" and y.author == y.enterer and x.enterer != y.author)


def heads_of(ops):
    return sorted((y for y in ops if not any(supersedes(x, y) for x in ops)), key=lambda op: op.age)


def distinct(ops):
    """One op per value, oldest first; the author's own hand before others'."""
    shown = {}
    for op in sorted(ops, key=lambda op: (op.author != op.enterer, op.age)):
        shown.setdefault(op.value, op)
    return sorted(shown.values(), key=lambda op: op.age)


def common_text(ops, heads, shown):
    """The text of the one maximal common ancestor of the two values, or None."""
    by_dot = {op.dot: op for op in ops}

    def ancestors(start):
        found, todo = {}, list(start)
        while todo:
            op = todo.pop()
            for name in op.seen:
                other = by_dot.get(name[:2])
                if other is None or not reader_wire.seen_as(name, other):
                    return None
                if other.age < op.age and other.dot not in found:
                    found[other.dot] = other
                    todo.append(other)
        return found

    sides = [ancestors([h for h in heads if h.value == one.value]) for one in shown]
    if None in sides:
        return None
    common = [op for name, op in sides[0].items() if name in sides[1] and not op.marker]
    maximal = [op for op in common if not any(op.dot in ancestors([other]) for other in common if other is not op)]
    return maximal[0].value if len(maximal) == 1 and (maximal[0].value or "").startswith("text:") else None


def view(ops):
    """What a register shows."""
    heads = heads_of(ops)
    values = [op for op in heads if not op.marker]
    readable = [op for op in values if op.value is not None]
    voices = {op.voice for op in heads}
    voice = next((v for v in ("VOICE_RESIDENT", "VOICE_STAFF") if v in voices), "VOICE_UNSPECIFIED")
    policies = {op.policy for op in values}
    policy = policies.pop() if len(policies) == 1 else "KEEP_BOTH"
    if policy == "MERGE_TEXT" and voice == "VOICE_RESIDENT":
        policy = "KEEP_BOTH"
    opaque = len(readable) < len(values)
    merged = None
    if policy == "SET" and readable:
        state, shown = "Members", distinct([op for op in readable if op.value != "remove"])
    elif policy == "ORDER" and readable:
        state, shown = "One", readable[-1:]
    else:
        shown = distinct(readable)
        state = ("Empty", "One")[len(shown)] if len(shown) < 2 else decided(heads, values)
        if state == "Two" and policy == "MERGE_TEXT" and not opaque and len(shown) == 2:
            base = common_text(ops, readable, shown)
            texts = [op.value for op in shown]
            if base is not None and all(t.startswith("text:") for t in texts):
                merged = reader_merge.merge(base[5:], texts[0][5:], texts[1][5:])
        if merged is not None:
            state = "Merged"
    return {"state": state, "policy": policy, "voice": voice, "opaque": opaque, "merged": merged or "",
            "heads": [op.dot for op in heads], "versions": [(op.dot, op.value) for op in shown]}


def settles(marker, value):
    return (marker.names(value) and marker.age > value.age) or marker.names_former(value)


def decided(heads, values):
    markers = [op for op in heads if op.marker]
    if markers and all(settles(markers[-1], v) for v in values):
        return "KeptBoth" if markers[-1].resolution == 3 else "Talk"
    return "Two"


def item_state(registers):
    """registers: field -> ops, of one entity."""
    heads = {field: heads_of(ops) for field, ops in registers.items()}
    removals = [op for op in heads.get("", []) if op.value == "remove"]
    if not removals:
        readable = any(op.value is not None or op.marker for ops in registers.values() for op in ops)
        return "Live" if readable else "Absent"

    def covered(op):
        return any(r.dot == op.dot or supersedes(r, op) for r in removals)

    content = [op for ops in heads.values() for op in ops
               if op.policy != "ORDER" and op.value != "remove" and not op.marker]
    return "Removed" if all(map(covered, content)) else "RemovedButEdited"


class Fold:
    def __init__(self):
        self.changes = {}  # dot -> ops, or None when opaque

    def add(self, dot, ops):
        if self.changes.get(dot) is None:
            self.changes[dot] = ops

    def registers(self):
        """entity -> field -> ops. Of two ops of one change on one field the later counts."""
        out = {}
        for ops in self.changes.values():
            for op in ops or []:
                out.setdefault(op.entity, {}).setdefault(op.field, {})[op.dot] = op
        return {e: {f: list(ops.values()) for f, ops in fields.items()} for e, fields in out.items()}

    def opaque_count(self):
        return sum(ops is None for ops in self.changes.values())

    def waiting(self, entity):
        registers = self.registers().get(entity, {})
        state = item_state(registers)
        if state == "Removed":
            return []
        fields = {f for f, ops in registers.items() if view(ops)["state"] in ("Two", "Talk")}
        return sorted(fields | ({""} if state == "RemovedButEdited" else set()))
