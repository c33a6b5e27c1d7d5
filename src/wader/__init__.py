"""Wader: raw news in, explained PLOVER events out.

    import wader

    result = wader.code("Kenya's president met Uganda's in Nairobi on Monday.", date="2024-05-14")
    result.events            # records, see ``wader.records``
    result.table()           # a pyarrow table; ``.to_pandas()``
    result.why(0)            # the evidence card of the first event

    wader.run(["pages/"], "store")     # a folder of pages into a store
    wader.open_store("store").events()

``wader.code``, ``wader.annotate``, ``wader.read`` and ``wader.run`` are functions and, at the same time, the packages
that hold those stages: ``from wader.code import Coder`` works beside ``wader.code(text)``.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING, Any

from wader import errors, records
from wader.version import VERSION

if TYPE_CHECKING:
    from wader.api import annotate, code, load_knowledge, open_store, read, run
    from wader.show.result import Result

__version__ = VERSION
__all__ = [
    "Result",
    "__version__",
    "annotate",
    "code",
    "errors",
    "load_knowledge",
    "open_store",
    "read",
    "records",
    "run",
]

_DOORS = ("annotate", "code", "read", "run")


class _Door(ModuleType):
    """A stage's package that can be called: ``wader.code(text)`` is ``wader.api.code(text)``."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._function()(*args, **kwargs)

    def _function(self) -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(importlib.import_module("wader.api"), self.__name__.rpartition(".")[2])
        return function

    @property
    def __signature__(self) -> inspect.Signature:  # what notebooks show is the function, not the package
        return inspect.signature(self._function(), eval_str=False)

    @property
    def __doc__(self) -> str | None:  # type: ignore[override]
        return self._function().__doc__


class _Package(ModuleType):
    """The package itself. Importing a submodule sets it here as an attribute, whoever imports it and however; that is
    where a stage's package becomes callable."""

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _DOORS and isinstance(value, ModuleType):
            value.__class__ = _Door
        super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    # Nothing heavy is imported until it is asked for: `wader --help` and `import wader` stay quick.
    if name in _DOORS:
        return importlib.import_module(f"wader.{name}")
    if name in ("load_knowledge", "open_store"):
        return getattr(importlib.import_module("wader.api"), name)
    if name == "Result":
        return importlib.import_module("wader.show.result").Result
    raise AttributeError(f"module 'wader' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


sys.modules[__name__].__class__ = _Package
