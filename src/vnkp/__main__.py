"""The vnkp command, and ``python -m vnkp``: a process that lives for a tenth of a second."""

import gc
import sys


def main() -> None:
    """Run the program on the words of the command line, without ever stopping to look for garbage: there is hardly any."""
    gc.disable()
    try:
        from vnkp import cli

        cli.main()
    except KeyboardInterrupt:  # most of that time passes before cli.main could catch it
        sys.exit(130)
    finally:
        gc.freeze()  # on its way out the interpreter would look through everything once more


if __name__ == "__main__":
    main()
