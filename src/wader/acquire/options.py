"""What a user may say about their input."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

MEBIBYTE = 1 << 20

COLUMN_NAMES = {
    "id": ("id", "doc_id", "document_id", "article_id"),
    "text": ("text", "body", "content", "article", "full_text", "article_text", "fulltext", "body_text", "article_body",
             "main_text", "maintext", "sentence"),
    "html": ("html", "raw_html"),
    "title": ("title", "headline"),
    "date": ("date", "published", "publication_date", "pub_date", "pubdate", "published_at", "date_published",
             "publish_date", "published_date", "published_on", "date_of_publication", "publication_day",
             "publicationdate", "publishdate", "datepublished", "date_publication", "date_publish", "date_pub",
             "publish_time", "published_time", "publication_time", "pub_time", "article_date", "news_date",
             "story_date", "document_date", "doc_date", "issue_date", "post_date", "posted", "posted_at", "posted_on",
             "date_posted", "date_time", "datetime", "date_utc", "utc_date", "day", "release_date", "timestamp",
             "datum", "fecha"),
    "url": ("url", "link"),
    "source": ("source", "publication", "outlet"),
}  # fmt: skip
"""Headings under which a table's columns are looked for, best first, where the user names none; neither case nor what
stands between the words counts ("Date published")."""


@dataclass(frozen=True)
class AcquireOptions:
    """``*_column``: name of a table's column or a JSON row's field (None: the names of ``COLUMN_NAMES``, for JSON rows
    the first of them). ``max_document``: bytes that one
    document may have once decompressed. ``stdin``: where ``-`` reads from (None: the process's own)."""

    id_column: str | None = None
    text_column: str | None = None
    html_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    url_column: str | None = None
    source_column: str | None = None
    max_document: int = 20 * MEBIBYTE
    stdin: BinaryIO | None = None

    def named_columns(self) -> dict[str, str]:
        """Field → column, for the columns that the user named."""
        given = {field: getattr(self, f"{field}_column") for field in COLUMN_NAMES}
        return {field: column for field, column in given.items() if column is not None}
