"""The vnkp command, and ``python -m vnkp``: a process that lives for a tenth of a second."""

import gc


def main() -> None:
    """Run the program on the words of the command line, and never stop to look for garbage: there is hardly any."""
    gc.disable()
    from vnkp import cli

    try:
        cli.main()
    finally:
        gc.freeze()  # on its way out the interpreter would search everything once more


if __name__ == "__main__":
    main()
