"""The vnkp command, and ``python -m vnkp``: a process that lives for a tenth of a second."""

import gc
import os
import sys


def main() -> None:
    """Run the program on the words of the command line, and leave.

    It never stops to look for garbage, of which there is hardly any, and leaves without taking itself apart: what it would
    free piece by piece, the system frees at once. That is a twentieth of its life.
    """
    gc.disable()
    try:
        from vnkp.cli import app

        app.main()
    except KeyboardInterrupt:  # most of the time passes before app.main could catch it
        _leave(130)
    except SystemExit as stop:
        if stop.code is None or isinstance(stop.code, int):
            _leave(stop.code or 0)
        raise
    _leave(0)


def _leave(status: int) -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream:
                stream.flush()
        except (
            OSError,
            ValueError,
        ):  # answers are flushed, and told of if they cannot be written, before
            pass
    os._exit(status)


if __name__ == "__main__":
    main()
