#!/usr/bin/env bash
# A dict sent through Signal(dict) arrives sorted by its keys, and arrives empty when one key is not a str.
#
# Versions: PySide6-Essentials==6.12.0
# Source: the PySide6 documentation of Signal: the arguments are Python types or Qt types, and nothing says
# that naming dict asks for a conversion; Signal(tuple) and Signal(set) of the same class do hand over the
# very object.
# Behaviour: dict and list go through QVariantMap and QVariantList, direct connections included: the order of
# insertion is lost, one key that is no str empties the whole dict (a line on stderr, no exception), a str
# sent as list comes out as its letters. Signal(object) leaves all of them alone.
# Seen:
#   order: ['b', 'a'] -> ['a', 'b']
#   a key that is an int: {'a': 1, 2: 2} -> {}
#   a str as list: ['a', 'b', 'c']
set -eu
cd "$(dirname "$0")"
python=$(for name in python3.13 python3.14 python3.12; do
    "$name" -c 'import sys; print(sys.executable)' 2>/dev/null && break
done) || python=$(uv python find 3.13)
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
"$python" -m venv "$room/env"
"$room/env/bin/python" -m pip install --quiet --disable-pip-version-check PySide6-Essentials==6.12.0
"$room/env/bin/python" - "$room" <<'EOF'
from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    as_dict = Signal(dict)
    as_list = Signal(list)
    as_tuple = Signal(tuple)
    as_object = Signal(object)


def arrives(signal, value):
    got = []
    signal.connect(got.append)
    signal.emit(value)
    signal.disconnect()
    return got[0]


sender = Sender()
ordered, numbered, pair = {"b": 1, "a": 2}, {"a": 1, 2: 2}, (1, 2)
print("order:", list(ordered), "->", list(arrives(sender.as_dict, ordered)))
print("a key that is an int:", numbered, "->", arrives(sender.as_dict, numbered))
print("a str as list:", arrives(sender.as_list, "abc"))
assert list(arrives(sender.as_dict, ordered)) == ["a", "b"]
assert arrives(sender.as_dict, numbered) == {}
assert arrives(sender.as_list, "abc") == ["a", "b", "c"]
assert arrives(sender.as_tuple, pair) is pair
assert arrives(sender.as_object, numbered) is numbered
EOF
