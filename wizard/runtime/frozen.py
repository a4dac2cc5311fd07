"""Runs inside Pyodide under Node.js after inside.py: the modules inside the wasm, without what phones do not use.

/making/frozen.json: [{"names": […], "old": base64, "new": base64, or null for a module that is not loaded}].
"""

import _imp
import base64
import dis
import json
import marshal
from itertools import pairwise
from pathlib import Path
from types import CodeType

WORK = Path("/making")
# Kinds of entries in a table of lines: a line without columns, no line (InternalDocs/code_objects.md of CPython).
LINE, NOWHERE = 13, 15
LONGEST_ENTRY = 8
IS_FUNCTION = 1


def smaller(code: CodeType) -> CodeType:
    """The same code without documentation and columns; lines stay."""
    consts = [smaller(const) if isinstance(const, CodeType) else const for const in code.co_consts]
    documented = documentation(code)
    if documented is not None:
        consts[documented] = None
    return code.replace(co_consts=tuple(consts), co_linetable=lines_only(code))


def documentation(code: CodeType) -> int | None:
    """Which constant is documentation: of a function the first, of a module or class the one stored as __doc__."""
    steps = list(dis.get_instructions(code))
    asked = [step.arg for step in steps if step.opcode in dis.hasconst]
    if code.co_flags & IS_FUNCTION:
        return 0 if code.co_consts and isinstance(code.co_consts[0], str) and 0 not in asked else None
    for load, store in pairwise(steps):
        if store.opname == "STORE_NAME" and store.argval == "__doc__" and load.opcode in dis.hasconst:
            return load.arg if asked.count(load.arg) == 1 else None
    return None


def lines_only(code: CodeType) -> bytes:
    """The table of lines, without columns."""
    table = bytearray()
    last = code.co_firstlineno
    for start, end, line in code.co_lines():
        left = (end - start) // 2
        while left:
            length = min(left, LONGEST_ENTRY)
            table.append(0x80 | (NOWHERE if line is None else LINE) << 3 | length - 1)
            if line is not None:
                table += signed(line - last)
                last = line
            left -= length
    return bytes(table)


def signed(number: int) -> bytes:
    """A number as a table of lines has it: six bits a byte, the lowest first, the sign in the lowest bit."""
    value = -number << 1 | 1 if number < 0 else number << 1
    encoded = bytearray()
    while value > 0x3F:
        encoded.append(0x40 | value & 0x3F)
        value >>= 6
    return bytes([*encoded, value])


def main() -> None:
    """Looks at all modules inside the wasm."""
    loaded = set((WORK / "loaded_modules.txt").read_text().split())
    names: dict[bytes, list[str]] = {}
    for name in _imp._frozen_module_names():  # pyright: ignore[reportAttributeAccessIssue]
        found = _imp.find_frozen(name, withdata=True)
        if found and found[0]:
            names.setdefault(bytes(found[0]), []).append(name)
    described = []
    for old, same in names.items():
        new = None
        if loaded.intersection(same):
            new = base64.b64encode(marshal.dumps(smaller(marshal.loads(old)))).decode()
        described.append({"names": same, "old": base64.b64encode(old).decode(), "new": new})
    (WORK / "frozen.json").write_text(json.dumps(described))


main()
