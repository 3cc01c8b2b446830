"""Rebuild the event tagger's weights: python -m training.events --corpora PATH/TO/corpora -o FILE."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from training.attribution.__main__ import find_encoder
from training.attribution.export import export
from training.events.corpus import is_kept_back, make_examples, read_labels, read_unmarked
from training.events.distil import distil
from training.events.identity import learn_identity
from training.events.judge import judge
from training.events.network import Network
from training.events.train import train, train_large
from training.large import LargeEncoder

if TYPE_CHECKING:
    from training.events.corpus import Example


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True, help="the folder that labels.jsonl names articles of")
    parser.add_argument(
        "--start", type=Path, required=True, help="the attribution tagger's file to begin from, or an event tagger's"
    )
    parser.add_argument("--encoder", type=Path, help="folder of all-MiniLM-L6-v2; the package's where not given")
    parser.add_argument("--large", type=Path, help="folder of all-mpnet-base-v2: distil a large teacher")
    parser.add_argument("--keep", type=Path, help="file for the large teacher's weights; taken where it is there")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("-o", "--output", type=Path, required=True, help="the ONNX file to write")
    return parser.parse_args()


def main() -> None:
    """Train, judge, export, and print the SHA-256 that `onrecord/annotate/event_tagger.py` must hold."""
    options = read_options()
    torch.set_num_threads(options.threads)
    taught: list[list[Example]] = []
    unseen: list[Example] = []
    for text, data in read_labels(options.corpora):
        windows = make_examples(text, data)
        if is_kept_back(data):
            unseen += windows
        else:
            taught.append(windows)
    print(f"{len(taught)} articles, {len(unseen)} windows of others kept back", flush=True)
    marked = [one for windows in taught for one in windows]
    encoder = options.encoder or find_encoder()
    if options.large:
        teacher = make_large(marked, options.large, options.keep)
        print("the large teacher:", *judge(teacher, unseen), sep="\n", flush=True)
        unmarked = [one for text in read_unmarked(options.corpora) for one in make_examples(text, None)]
        network = distil(teacher, marked, unmarked, encoder, options.start, seed=options.seed)
    else:
        network = train(marked, encoder, options.start, seed=options.seed)
    learn_identity(network, taught)
    print(*judge(network, unseen), sep="\n")
    export(network, options.output, ("tag", "q", "k", "identity"))
    print(f"SHA-256 {hashlib.sha256(options.output.read_bytes()).hexdigest()}")


def make_large(marked: list[Example], encoder: Path, kept: Path | None) -> Network:
    """Train a large teacher, or take the one kept."""
    if kept and kept.is_file():
        teacher = Network(LargeEncoder(encoder))
        teacher.load_state_dict(torch.load(kept))
        return teacher.eval()
    teacher = train_large(marked, encoder)
    if kept:
        torch.save(teacher.state_dict(), kept)
    return teacher


if __name__ == "__main__":
    main()
