"""The floor that vnkp stands on: what a command costs that does nothing, and one that
prints a Rich table."""

EMPTY = """\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    pass


app()
"""
DRAWING = """\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Date", "What")
    table.add_row("1961", "One row")
    Console().print(table)


app()
"""
