"""Write docs/cli-reference.md from the program itself: `make docs`. A test holds that the file is current."""

import sys
from pathlib import Path

import click
import typer

from onrecord.cli.app import app
from onrecord.config import SETTINGS

TARGET = Path(__file__).with_name("cli-reference.md")


def describe_parameter(parameter: click.Parameter) -> str:
    """One option or argument as a table row."""
    names = " ".join(f"`{name}`" for name in (*parameter.opts, *parameter.secondary_opts))
    if parameter.param_type_name == "argument":
        names = f"`{parameter.metavar or str(parameter.name).upper()}`"
    meaning = (getattr(parameter, "help", None) or "").replace("|", "\\|")
    return f"| {names} | {meaning} |"


def describe_command(name: str, command: click.Command) -> str:
    """One command: what it does, its options, an example."""
    rows = [describe_parameter(one) for one in command.params if one.name not in ("help", "install_completion")]
    epilog = (command.epilog or "").removeprefix("Example: ").replace("\n\n", "\n")
    example = f"\n```\n{epilog}\n```\n" if epilog else ""
    table = "\n".join(["| option | meaning |", "| --- | --- |", *rows])
    meaning = (command.help or "").replace("\b\n", "")  # click's mark for lines that are not to be joined
    return f"## onrecord {name}\n\n{meaning}\n{example}\n{table}\n"


def build_reference() -> str:
    """The whole page."""
    group = typer.main.get_command(app)
    commands = [describe_command(name, command) for name, command in group.commands.items()]  # type: ignore[attr-defined]
    settings = [f"| `{one.name}` | `{one.variable}` | `{one.default}` | {one.unit} | {one.help} |" for one in SETTINGS]
    head = (
        "# Command line\n\nWritten by `make docs` from the program itself.\n\n"
        "Data goes to standard output, messages to standard error. Exit status: 0 done; 1 some inputs failed, or "
        "`check` found a fault; 2 nothing could be done, and the message says why and how to mend it.\n\n"
        "## Settings\n\nA flag beats the environment, which beats `onrecord.toml` in the folder you are in.\n\n"
        "| setting | environment | default | unit | meaning |\n| --- | --- | --- | --- | --- |\n"
    )
    return head + "\n".join(settings) + "\n\n" + "\n".join(commands)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(TARGET.read_text(encoding="utf-8") != build_reference())
    TARGET.write_text(build_reference(), encoding="utf-8")
