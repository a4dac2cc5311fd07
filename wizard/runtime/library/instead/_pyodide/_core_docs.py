# Small counterpart of a file of Pyodide (https://github.com/pyodide/pyodide). This Source Code Form is subject to the
# terms of the Mozilla Public License 2.0, https://mozilla.org/MPL/2.0/.
"""Classes that Pyodide's C code asks for by name when it starts.

In Pyodide they also describe all methods of objects of JavaScript. Here any name that C looks up for its description is
there, and none says anything.
"""

_instantiate_token = object()


class _JsProxyMetaClass(type):
    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        if type.__subclasscheck__(cls, subclass):
            return True
        flags = getattr(subclass, "_js_type_flags", None)
        return flags is not None and cls._js_type_flags & flags == cls._js_type_flags


class JsProxy(metaclass=_JsProxyMetaClass):
    """Any object of JavaScript."""

    _js_type_flags = 0

    def __new__(cls, arg=None):
        if arg is _instantiate_token:
            return object.__new__(cls)
        raise TypeError(f"{cls.__name__} cannot be instantiated.")

    def __getattr__(self, name):
        return None


JsPromise = JsBuffer = JsArray = JsMutableMap = JsDoubleProxy = JsGenerator = JsProxy


class ConversionError(Exception):
    """A value cannot be handed over between JavaScript and Python."""


class InternalError(Exception):
    """Something is wrong inside Pyodide."""


class JsNull:
    """The type of JavaScript's null."""

    typeof = "object"

    def __new__(cls):
        return jsnull

    def __repr__(self):
        return "jsnull"

    def __bool__(self):
        return False


jsnull = object.__new__(JsNull)

# Looked up for their descriptions; the functions themselves come from C.
create_once_callable = create_proxy = destroy_proxies = to_js = run_sync = can_run_sync = None
