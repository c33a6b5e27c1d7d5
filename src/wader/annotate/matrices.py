"""Matrix products of the syntax models: NumPy's, on one thread.

They are a third of all that coding costs. spaCy takes BLIS for them, of which its wheels know few processors; OpenBLAS,
which NumPy brings, is three times as fast on many. How OpenBLAS shares out a product among threads shows in the last
bit, so it gets one thread while a document is parsed: the same page then gives the same bytes whatever
``OMP_NUM_THREADS`` says and whoever else uses NumPy in this process. Where threads cannot be bound, BLIS, which has
one, stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from thinc.backends.numpy_ops import NumpyOps
from threadpoolctl import ThreadpoolController

_BINDABLE = ("openblas", "mkl", "blis")


class OneThread:
    """Puts the products of ``pipes`` into NumPy's hands; ``with one_thread():`` around whatever they compute."""

    def __init__(self, pipes: Iterable[Any]) -> None:
        libraries = ThreadpoolController().select(user_api="blas")
        self._libraries = libraries if _can_bind(libraries.info()) else None
        if self._libraries is not None:
            ops = NumpyOps(use_blis=False)
            for pipe in pipes:
                for layer in pipe.model.walk():
                    layer.ops = ops

    @property
    def binds(self) -> bool:
        """Whether products are NumPy's, on one thread."""
        return self._libraries is not None

    def __call__(self) -> AbstractContextManager[Any]:
        if self._libraries is None:
            return nullcontext()
        limit: AbstractContextManager[Any] = self._libraries.limit(limits=1)
        return limit


def _can_bind(libraries: list[dict[str, Any]]) -> bool:
    return bool(libraries) and all(library["internal_api"] in _BINDABLE for library in libraries)
