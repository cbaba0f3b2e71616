"""A repair as JSON: the text, the confidence of the whole, and every mark with its place."""

from vanban.repair.model import Repair, RepairedWord


def as_json(repair: Repair) -> dict[str, object]:
    """`confidence` is the mean over the marked words; a text that needed nothing has 1."""
    sureness = [word.confidence for word in repair.words]
    return {
        "text": repair.text,
        "confidence": round(sum(sureness) / len(sureness), 4) if sureness else 1.0,
        "marks": [_mark(word) for word in repair.words],
    }


def _mark(word: RepairedWord) -> dict[str, object]:
    return {
        "span": list(word.span),
        "source_span": list(word.source_span),
        "seen": word.seen,
        "word": word.word,
        "others": list(word.others),
        "confidence": round(word.confidence, 4),
        "doubtful": word.doubtful,
    }
