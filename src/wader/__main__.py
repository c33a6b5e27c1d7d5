"""``python -m wader`` is the command ``wader``."""

from wader.cli import main

if __name__ == "__main__":
    main()
