"""What vnkp is compared with: a Typer command that does nothing, and one that prints a table."""

EMPTY = """\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    pass


app()
"""
TABLE = """\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Date", "Title")
    table.add_row("1961", "One row")
    Console().print(table)


app()
"""
