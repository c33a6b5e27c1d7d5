"""Commands on the registry of actors: ``wader actors list``, ``search``, ``show``, ``add``, ``edit``, ``remove``.

``actors_app`` is the group; ``wader.cli`` mounts it.
"""

from __future__ import annotations

import typer

actors_app = typer.Typer(
    name="actors",
    rich_markup_mode=None,
    no_args_is_help=True,
    help="""Look up and change who is who: states, organisations, armed groups, parties, persons, offices by date.

    Looking up reads Wader's registry with your own folder laid over it; changing writes your own folder only.

    \b
    Examples:
      wader actors search "foreign minister of India" --on 2020-05-01
      wader actors show ASEAN --on 1998-01-01
      wader actors list --kind party --code MMR
      wader actors add "Lake Watch" --code KEN --sector CVL --kind ngo --knowledge mine
      wader code pages/ --knowledge mine
    """,
)
