"""Run every benchmark, one after the other: `make bench`. What needs ../shared says so and is skipped."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ORDER = (
    "speed", "times", "attribution", "speakers", "publication", "events_sentences", "disputes_pairs", "meantime",
    "coverage", "deeds_retold", "contact_pairs", "compare_blind", "copies", "linking_scale", "warc", "desk",
)  # fmt: skip


def main() -> int:
    """Exit status 1 if one of them failed."""
    failed = []
    for name in ORDER:
        script = HERE / f"{name}.py"
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, str(script)], check=False).returncode:
            failed.append(name)
    print(f"failed: {', '.join(failed)}" if failed else "all ran")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
