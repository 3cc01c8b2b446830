"""Score actors within and across documents on MEANTIME (Minard et al. 2016), for names and for all mentions.

    python benchmarks/meantime.py [--corpus FOLDER] [--forms NAM]

The corpus lies beside the project, in ../shared; without it the benchmark is skipped, with the reason. A gold mention
is ours where a mention of ours has the same last word inside it; what we have no mention for counts as a singleton.
Prints one JSON object: coverage of gold mentions, and CoNLL F1 of names (and of all) over all documents.
"""

import argparse
import json
import sys
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).parent))

import cluster_score
from onrecord.annotate.actors import find_actors
from onrecord.annotate.parse import parse_document
from onrecord.annotations import Annotated
from onrecord.link.actors import link_actors
from onrecord.records import Document

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared" / "corpora" / "meantime" / "intra_cross-doc_annotation"
CLOSING = frozenset(".,;:!?)]}'’”%")
OPENING = frozenset("([{$£€“‘")


def read_article(path: Path) -> tuple[str, dict[str, tuple[int, int]], ElementTree.Element]:
    """The text of an article, the characters of each token, and the XML root."""
    root = ElementTree.parse(path).getroot()
    text, spans, sentence, glue = "", {}, None, True
    for token in root.iter("token"):
        word = token.text or ""
        if sentence is not None and token.get("sentence") != sentence:
            text, glue = text + ("\n\n" if int(sentence) < 2 else " "), True
        elif not glue and not (word[:1] in CLOSING or word in ("n't", "''")):
            text += " "
        spans[token.get("t_id") or ""] = (len(text), len(text) + len(word))
        text += word
        sentence, glue = token.get("sentence"), word[-1:] in OPENING
    return text, spans, root


def read_mentions(
    path: Path, spans: dict[str, tuple[int, int]], root: ElementTree.Element
) -> dict[str, tuple[int, int, str, str]]:
    """Gold mentions of people, bodies and places: key -> (start, end, syntactic type, instance)."""
    kinds = ("PER", "ORG", "LOC")
    instance = {
        one.get("m_id"): one.get("instance_id")
        for one in root.iter("ENTITY")
        if one.get("instance_id") and (one.get("instance_id") or "")[:3] in kinds
    }
    mentions = {}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        name = instance.get(target.get("m_id")) if target is not None else None
        for source in relation.findall("source") if name else ():
            one = next(node for node in root.iter("ENTITY_MENTION") if node.get("m_id") == source.get("m_id"))
            tokens = [spans[anchor.get("t_id") or ""] for anchor in one.findall("token_anchor")]
            if tokens:
                key = f"{path.stem}:{one.get('m_id')}"
                mentions[key] = (tokens[0][0], tokens[-1][1], one.get("syntactic_type") or "", name or "")
    return mentions


def pick(annotated: Annotated, start: int, end: int) -> int | None:
    """The actor of our mention that a gold mention is: the longest one inside it whose last word is in it."""
    fits = [
        one
        for one in annotated.mentions
        if one.actor is not None and start <= one.head.start < end and one.end <= end + 3 and one.start >= start - 25
    ]
    best = max(fits, key=lambda one: (one.end == end, min(one.end, end) - max(one.start, start)), default=None)
    return best.actor if best is not None else None


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with corpus_apple and corpus_stock")
    options = parser.parse_args()
    paths = sorted(options.corpus.glob("corpus_*/*.xml"))
    if not paths:
        print(json.dumps({"skipped": f"no corpus at {options.corpus}"}))
        return
    documents, gold = [], {}
    for path in paths:
        text, spans, root = read_article(path)
        document = Document(id=path.stem, uri=path.name, sha256="", text=text)
        actors, mentions = find_actors(parse_document(document))
        documents.append(Annotated(document=document, actors=actors, mentions=mentions))
        gold |= {key: (path.stem, *row) for key, row in read_mentions(path, spans, root).items()}
    _, ids, _ = link_actors(documents)
    by_id = {one.document.id: one for one in documents}
    result: dict[str, object] = {"documents": len(documents)}
    for label, forms in (("names", ("NAM",)), ("all", ())):
        chosen = {key: row for key, row in gold.items() if not forms or row[3] in forms}
        found = {key: pick(by_id[row[0]], row[1], row[2]) for key, row in chosen.items()}
        predicted = {key: ids[chosen[key][0], actor] if actor is not None else None for key, actor in found.items()}
        grouping = {key: one if one is not None else f"alone {key}" for key, one in predicted.items()}
        scores = cluster_score.score({key: row[4] for key, row in chosen.items()}, grouping)
        covered = sum(actor is not None for actor in found.values())
        result[label] = {"mentions": len(chosen), "covered": round(covered / max(1, len(chosen)), 3), **scores}
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
