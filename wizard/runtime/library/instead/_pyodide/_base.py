# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""Runs code that JavaScript gives as text, and imports modules for it."""

from _ast import Expr, Expression
from _ast import PyCF_ONLY_AST as ONLY_TREE
from importlib import import_module


def eval_code(source, globals=None, *, filename="<exec>"):
    """Runs the code; gives the value of its last statement if that is an expression, else None."""
    if globals is None:
        globals = {}
    tree = compile(source, filename, "exec", ONLY_TREE)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], Expr) else None
    exec(compile(tree, filename, "exec"), globals)
    return eval(compile(Expression(last.value), filename, "eval"), globals) if last else None


def pyimport_impl(path):
    """The module of that name, or what a module holds under it."""
    stem, *names = path.rsplit(".", 1)
    found = __import__(stem, fromlist=names)
    if names:
        try:
            return getattr(found, names[0])
        except AttributeError:
            return import_module(path)
    return found
