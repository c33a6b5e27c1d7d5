"""What people see: rows and tables, evidence cards, summaries, progress."""

from wader.show.card import card, cards
from wader.show.progress import Meter, meter
from wader.show.proposals import PROPOSAL_COLUMNS, proposal_row, render_proposal
from wader.show.result import Result
from wader.show.rows import DocumentRow, document_row, flat_row, lines
from wader.show.safe import quoted, safe
from wader.show.summary import number, render_diff, render_replaced, render_runs, render_summary
from wader.show.tables import csv_header, event_bytes, write_rows

__all__ = [
    "PROPOSAL_COLUMNS",
    "DocumentRow",
    "Meter",
    "Result",
    "card",
    "cards",
    "csv_header",
    "document_row",
    "event_bytes",
    "flat_row",
    "lines",
    "meter",
    "number",
    "proposal_row",
    "quoted",
    "render_diff",
    "render_proposal",
    "render_replaced",
    "render_runs",
    "render_summary",
    "safe",
    "write_rows",
]
