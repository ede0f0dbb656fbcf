"""Own times: the times of a sentence that are of its deeds, without those of how things stand, of papers and pictures, or over which a
count ran up.

Invariant: a deed that has one time only keeps it.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from thucydides.extracting.harm import Harm
from thucydides.extracting.kinds.set_free import set_free, taken_before
from thucydides.extracting.tellings.day_of_named_deed import of_what_came_after
from thucydides.extracting.tellings.deed_places import owner_of
from thucydides.extracting.tellings.late_deaths import deaths_later
from thucydides.extracting.tellings.matter import Matter
from thucydides.extracting.tellings.opened_days import is_opened
from thucydides.extracting.tellings.other_days import (
    avenged,
    before_due,
    bracketed_aside,
    counted_for_known,
    counted_from_deed,
    of_paper,
    of_state,
    ranked_among,
)
from thucydides.extracting.tellings.residents import at_home
from thucydides.extracting.tellings.seeing import pictured_on
from thucydides.extracting.tellings.struck_places import placed
from thucydides.grounding.times import TimeExpression
from thucydides.grounding.times.forms import Day, DayOfMonth, Month
from thucydides.grounding.times.forms import Span as Days


def without_run(times: Sequence[TimeExpression], harms: Sequence[Harm], shift: int) -> list[TimeExpression]:
    """The times without those over which a count of the sentence ran up, where one before them is left: "two died on Friday, bringing to 31
    the number killed this month"."""
    runs = [h.start + shift for h in harms if h.wide == "so far" and h.total]
    own = [t for t in times if not runs or t.start < min(runs)]
    return own if any(not t.window for t in own) else list(times)


def without_states(told: Matter) -> Matter:
    """The matter with the places that the tree shows to be the deed's, without those where somebody died later, and without times of how
    things stand, of papers, of a picture or in brackets aside."""
    nodes = told.nodes
    places = placed(told.sentence, told.places, {t.head for t in told.triggers}, told.shift)
    places = at_home(told.sentence, places, nodes, told.shift)
    starts = [(t, t.start - told.shift) for t in told.times]
    text = told.around.document.text
    others = [t for t, at in starts if of_state(told.sentence, at, nodes) or of_paper(told.sentence, at) or before_due(text, t)]
    ranks = [at for t, at in starts if not t.window]
    others += [t for t, at in starts if pictured_on(told.sentence, at, nodes) or ranked_among(told.sentence, at, ranks)]
    others += [t for t in told.times if counted_from_deed(told.sentence, t, nodes, told.shift)]
    others += [t for t in told.times if counted_for_known(told.sentence, t, nodes, told.shift)]
    cues = {h.cue for h in told.harms}
    deeds = {t.head for t in told.triggers if t.family not in ("death", "harm")}
    others += of_what_came_after(told.sentence, told.times, cues, deeds, told.shift)
    others += [t for t in told.times if avenged(told.sentence, t, told.times, text, told.shift, told.cause)]
    starts_at = [p.passage.start - told.shift for p in told.places]
    others += [t for t in told.times if bracketed_aside(told.sentence, t, nodes, starts_at, told.shift)]
    taken = [verb for verb in told.sentence if verb.pos_ == "VERB" and set_free(verb)]
    others += [t for t, at in starts if at == min((a for _, a in starts if any(taken_before(v, a) for v in taken)), default=None)]
    opened = [t for t in told.times if not t.window and is_opened(text, t.start, t.end)]
    times = [t for t in told.times if t in opened or (t not in others and not _holds_a_day(t, told.times))]
    late = deaths_later(told.sentence, told.harms)
    if late and set(nodes) - late:  # "wounded in Gao, one of whom died in Bamako"
        places = [p for p in places if owner_of(told.sentence, p.passage.start - told.shift, set(nodes)) not in late]
    return replace(told, places=places, times=times)


def _holds_a_day(time: TimeExpression, times: Sequence[TimeExpression]) -> bool:
    """Whether a month is only that of a day or of days told behind it: "In May a patrol shot at boats on the 17th"."""
    form = time.form
    behind = next((t.form for t in times if t.start > time.start), None)
    behind = behind.first if isinstance(behind, Days) else behind
    if not isinstance(form, Month) or time.window:
        return False
    return isinstance(behind, DayOfMonth) or (isinstance(behind, Day) and behind.month == form.month)
