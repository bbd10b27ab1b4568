"""The approval chain at its worst, in business days, and who has the last word."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.approvals import business_days, final_approver, longest_wait, longest_wait_sentence, windows
from app.campaign import Campaign, Deliverable, Stage
from app.deciding import who_decides
from app.schedule import SegmentKind
from app.schedule.segments import steps
from app.stages import final_stage, signing_stage

CHAIN = (
    Stage(id="1", name="Self-review", reviewer=("creator",), max_hours=24),
    Stage(id="2", name="Strategic alignment", reviewer=("lead",), max_hours=48),
    Stage(id="3", name="Accuracy", reviewer=("workshop",), max_hours=48, if_applicable=True),
    Stage(id="4", name="Final sign-off", reviewer=("sponsor",), max_hours=48, on_timeout="escalate"),
)


def test_hours_round_up_to_business_days() -> None:
    assert [business_days(hours) for hours in (-5, 0, 1, 24, 25, 48, 49)] == [0, 0, 1, 1, 2, 2, 3]


def test_the_whole_chain_counts_also_what_may_not_apply() -> None:
    assert longest_wait(CHAIN).days == 7
    assert longest_wait_sentence(CHAIN) == "Longest wait: 7 business days"


def test_each_stage_rounds_up_by_itself() -> None:
    stages = (Stage(id="1", max_hours=1), Stage(id="2", max_hours=1))
    assert longest_wait(stages).days == 2


def test_a_stage_that_waits_or_names_no_time_has_no_bound() -> None:
    waits = Stage(id="5", name="Legal", max_hours=8, on_timeout="wait")
    timeless = Stage(id="6")
    wait = longest_wait((*CHAIN, waits, timeless))
    assert wait.days == 7
    assert wait.unbounded == (waits, timeless)
    assert longest_wait_sentence((*CHAIN, waits, timeless)) == (
        "Longest wait: 7 business days, and no limit at Legal, stage 6"
    )
    assert longest_wait_sentence((waits,)) == "Longest wait: no limit"


def test_stages_at_the_same_time_share_a_window() -> None:
    together = (*CHAIN[:2], replace(CHAIN[2], parallel=True, max_hours=72), CHAIN[3])
    assert [len(window) for window in windows(together)] == [1, 2, 1]
    assert longest_wait(together).days == 1 + 3 + 2
    alone = (replace(CHAIN[0], parallel=True), *CHAIN[1:])
    assert longest_wait(alone) == longest_wait(CHAIN), "the first has nothing to be at the same time as"


def test_one_day_and_no_chain() -> None:
    assert longest_wait_sentence(CHAIN[:1]) == "Longest wait: 1 business day"
    assert longest_wait_sentence(()) == ""


def test_the_last_stage_that_always_applies_has_the_last_word() -> None:
    assert final_approver(CHAIN) == ("sponsor",)
    assert final_approver(CHAIN[:3]) == ("lead",)
    assert final_approver((CHAIN[2],)) == ("workshop",)
    assert final_approver(()) == ()


def test_who_is_called_final_has_the_last_word_wherever_the_stage_stands() -> None:
    after = Stage(id="5", name="Publication check", reviewer=("editor",))
    early = replace(CHAIN[0], purpose="Fonts and bleed of the final artwork")
    chain = (early, *CHAIN[1:], after)
    assert final_stage(chain) == signing_stage(chain) == CHAIN[3]
    made = Deliverable("d1", "Poster")
    signed = next(step for step in steps(made, chain) if step.kind is SegmentKind.SIGN_OFF)
    assert signed.stages == ("4",)
    assert who_decides(Campaign(approval=chain), made).last_word == final_approver(chain) == ("sponsor",)


def test_a_last_stage_whose_words_do_not_say_so_still_has_the_last_word() -> None:
    assert final_stage(CHAIN[:2]) == CHAIN[1]
    assert signing_stage(CHAIN[:2]) is None
    said = (replace(CHAIN[1], purpose="The final yes"), CHAIN[2])
    assert signing_stage(said) == said[0]


@given(st.lists(st.integers(0, 500), max_size=8))
def test_no_chain_is_longer_than_its_stages_one_after_the_other(hours: list[int]) -> None:
    stages = tuple(Stage(id=str(number), max_hours=each) for number, each in enumerate(hours))
    assert sum(hours) <= longest_wait(stages).days * 24 < sum(hours) + 24 * (len(hours) or 1)
