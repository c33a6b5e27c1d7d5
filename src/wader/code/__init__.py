"""Stage ``code``: from an annotated document to candidates of events (who did what to whom, in what frame)."""

from wader.code.coder import Coder
from wader.code.pairs import PairResult, PairRow, Pairs

__all__ = ["Coder", "PairResult", "PairRow", "Pairs"]
