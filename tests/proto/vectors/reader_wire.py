"""Protocol buffers by hand: as much of the format as the vectors need."""


def varint(data, at):
    number = shift = 0
    while True:
        byte = data[at]
        at += 1
        number |= (byte & 0x7F) << shift
        if byte < 0x80:
            return number, at
        shift += 7


def fields(data):
    """[(number, value)]: int for varint and fixed, bytes for the rest."""
    out, at = [], 0
    while at < len(data):
        tag, at = varint(data, at)
        number, kind = tag >> 3, tag & 7
        if kind == 0:
            value, at = varint(data, at)
        elif kind == 1:
            value, at = int.from_bytes(data[at:at + 8], "little"), at + 8
        elif kind == 2:
            length, at = varint(data, at)
            value, at = data[at:at + length], at + length
        elif kind == 5:
            value, at = int.from_bytes(data[at:at + 4], "little"), at + 4
        else:
            raise ValueError(f"wire type {kind}")
        if at > len(data):
            raise ValueError("cut short")
        out.append((number, value))
    return out


def last(message, number, default):
    return next((value for n, value in reversed(message) if n == number), default)


def every(message, number):
    return [value for n, value in message if n == number]


def zigzag(number):
    return number >> 1 ^ -(number & 1)


def dot(data):
    message = fields(data)
    return last(message, 1, 0), last(message, 2, 0), last(message, 3, 0)


POLICIES = ("POLICY_UNSPECIFIED", "KEEP_BOTH", "MERGE_TEXT", "SET", "ORDER")
VOICES = ("VOICE_UNSPECIFIED", "VOICE_RESIDENT", "VOICE_STAFF")
VALUES = {
    16: lambda v: "text:" + v.decode(),
    17: lambda v: f"num:{zigzag(v)}",
    18: lambda v: "ref:" + v.hex(),
    19: lambda v: "rank:" + v.decode(),
    20: lambda v: "remove" if v else "put-back",
    21: lambda v: "response:" + v.hex(),
    22: lambda v: "parts:" + v.hex(),
    31: lambda v: None,  # a kind that nobody here can read
}


class Op:
    def __init__(self, data, change, age, place, hash):
        message = fields(data)
        self.hash = hash  # of the change, its first 8 bytes; 0 = not known
        self.age, self.place = age, place  # age = (lamport, inc, ctr)
        self.dot = age[1:]
        self.author, self.enterer = last(change, 1, b""), last(change, 2, b"")
        self.entity, self.field = last(message, 1, b""), last(message, 2, b"").decode()
        self.policy = POLICIES[last(message, 4, 0)].replace("POLICY_UNSPECIFIED", "KEEP_BOTH")
        self.voice = VOICES[last(message, 5, 0)]
        self.seen = [dot(d) for d in every(message, 7)]
        self.former = former(change)
        self.resolution = last(message, 8, 0)
        self.marker = self.resolution in (3, 4)  # KEEP_BOTH, TALK
        self.value = next((VALUES[n](v) for n, v in reversed(message) if n in VALUES), None)

    def names(self, other):
        return any(seen_as(name, other) for name in self.seen)

    def names_former(self, other):
        """Where its words stood before they were written anew: only by the hash."""
        return other.former is not None and other.former[2] != 0 and other.former in self.seen


def former(change):
    """What `reissued` says: (inc, ctr, first 8 bytes of the hash), or None."""
    was = fields(last(change, 9, b""))
    hash = last(was, 3, b"")
    if not last(was, 1, 0) or not last(was, 2, 0) or len(hash) != 32:
        return None
    return last(was, 1, 0), last(was, 2, 0), int.from_bytes(hash[:8], "little")


def seen_as(name, op):
    """Does the name mean the change that this op stands in?"""
    return name[:2] == op.dot and (name[2] == 0 or op.hash == 0 or name[2] == op.hash)


def ops_of(plain, age, hash=0):
    change = fields(plain)
    return [Op(data, change, age, place, hash) for place, data in enumerate(every(change, 8))]
