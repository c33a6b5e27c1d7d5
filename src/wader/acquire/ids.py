"""Document ids that do not repeat."""

from __future__ import annotations

from hashlib import blake2b


class UniqueIds:
    """Gives each id back, a repeated one with ``#2``, ``#3``… Holds 8 bytes of hash an id, not the id."""

    def __init__(self) -> None:
        self._seen: set[int] = set()
        self._repeats: dict[int, int] = {}

    def unique(self, id_: str) -> str:
        """``id_``, or the first of ``id_#2``, ``id_#3``… that has not been given yet."""
        key = self._key(id_)
        if key not in self._seen:
            self._seen.add(key)
            return id_
        number = self._repeats.get(key, 1)
        while True:
            number += 1
            candidate = f"{id_}#{number}"
            candidate_key = self._key(candidate)
            if candidate_key not in self._seen:
                self._repeats[key] = number
                self._seen.add(candidate_key)
                return candidate

    @staticmethod
    def _key(id_: str) -> int:
        return int.from_bytes(blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
