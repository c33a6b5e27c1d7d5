"""The version of the package, and of the coder that stands in each event."""

VERSION = "0.1.0"

STORE_MARKER = "wader-store.json"
"""The file by which a folder is known as a store: what lies in it is Wader's own output, and no input."""
