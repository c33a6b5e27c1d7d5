"""The version of the package, and of the coder that stands in each event."""

VERSION = "0.1.0"
