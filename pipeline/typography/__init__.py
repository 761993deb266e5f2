"""French typography, put right by rule where that is safe and pointed at where it is not (EDITORIAL.md, « French »).

One no-break space, U+00A0, stands everywhere: inside « », before `: ; ? ! %`, between a figure and its unit.
The thin U+202F would be finer before `; ? !`, but blog hosts and fonts drop it or show a box, and a search would have
to know both.
"""

from pipeline.typography.doubts import Doubt, typography_doubts
from pipeline.typography.setting import thousands, typeset
from pipeline.typography.spared import without_spared_marks

__all__ = ["Doubt", "thousands", "typeset", "typography_doubts", "without_spared_marks"]
