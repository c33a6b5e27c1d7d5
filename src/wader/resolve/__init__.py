"""Stage ``resolve``: candidates become events: actors to country and sector, dates, places, figures, speakers, ids."""

from wader.resolve.resolver import Resolver

__all__ = ["Resolver"]
