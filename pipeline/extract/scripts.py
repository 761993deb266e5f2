"""Length, words and sentences in scripts that write words without spaces or sentences without full stops."""

import re

__all__ = ["STOPS", "has_sentence", "weight", "words"]

# Signs that end a sentence: Latin, Chinese and Japanese, Arabic and Urdu, Indic, Armenian, Ethiopic, Burmese, Khmer.
STOPS = ".!?…。！？｡．؟۔।॥։።။។"
STOP = re.compile(f"[{STOPS}]")
# Thai and Lao put a space where others put a full stop.
UNSTOPPED = re.compile(r"[\u0e00-\u0eff]{20}")
# A sign that stands for a word or a part of one (Chinese, Japanese), for a syllable (Korean).
WORDLIKE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
SYLLABIC = re.compile(r"[\uac00-\ud7af]")
# Letters of scripts that write words without spaces: Thai, Lao, Burmese, Khmer.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")


def weight(text: str) -> int:
    """How much a text says, in letters of an alphabet: a Chinese or Japanese sign counts as three, a Korean as two."""
    return len(text) + 2 * len(WORDLIKE.findall(text)) + len(SYLLABIC.findall(text))


def words(text: str) -> int:
    """About how many words a text has, whether or not its script parts them."""
    return max(len(text.split()), len(WORDLIKE.findall(text)) // 2, len(UNSPACED.findall(text)) // 5)


def has_sentence(text: str) -> bool:
    """Whether a text has the end of a sentence, as far as its script marks any."""
    return bool(STOP.search(text) or UNSTOPPED.search(text))
