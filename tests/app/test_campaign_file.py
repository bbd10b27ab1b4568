"""The campaign file is read strictly, whole or not at all, and written so that it reads back the same."""

import json
from typing import Any

import pytest

from app.campaign import TEMPLATE, Campaign
from app.campaign_file import LARGEST, read_campaign, write_campaign
from app.errors import CampaignFileError
from app.field import Kind
from tests.shared import campaign_files, corpora

HEAD = {"format": "baton.campaign", "version": 1, "title": "x"}


def read(**content: Any) -> Campaign:
    return read_campaign(json.dumps({**HEAD, **content}).encode())


def faults(data: bytes) -> list[str]:
    with pytest.raises(CampaignFileError) as caught:
        read_campaign(data)
    return [str(fault) for fault in caught.value.faults]


def faults_of(**content: Any) -> list[str]:
    return faults(json.dumps({**HEAD, **content}).encode())


def test_the_smallest_file_is_a_campaign() -> None:
    assert read() == Campaign(title="x")


def test_empty_answers_are_no_answers() -> None:
    assert read(strategy=None, deliverables=None, launch_date="", technical_requirements=["", None]) == read()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not valid JSON"),
        (b'{"format": "baton.campaign", "ti', "line 1"),
        (b"[1, 2]", "this is a list"),
        (b'{"format": "other"}', "no campaign file"),
        (b"\xff\xfe{}", "not text in UTF-8"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": -Infinity}', "Infinity"),
        (b'{"a": ' + b"9" * 5000 + b"}", "too long"),
        (b"[" * 100_000, "too deeply"),
        (b'{"a":' * 100_000, "too deeply"),
        (b" " * (LARGEST + 1), "larger than"),
        (b'{"format": "baton.campaign", "version": 2, "title": "x"}', "newer Baton"),
        (b'{"format": "baton.campaign", "version": 1}', "needs a title"),
    ],
)
def test_what_is_no_campaign_file_gets_one_sentence(data: bytes, words: str) -> None:
    (only,) = faults(data)
    assert words in only


def test_every_fault_is_named_with_its_path() -> None:
    people = [{"id": "lead", "role": "Lead"}, {"id": "lead", "role": "Again"}]
    deliverables = [
        {"name": "Post"},
        {"speks": {}, "due": "2026-13-01", "owner": "laed", "specs": {"Words": 1200}},
    ]
    approval = [{"max_hours": True, "reviewer": "nobody", "on_timeout": "mvoe_forward"}]
    assert faults_of(people=people, deliverables=deliverables, approval=approval, launch="2026-01-01") == [
        "launch: unknown key, did you mean launch_date?",
        'people[1].id: "lead" is already the id of people[0]',
        "deliverables[1].speks: unknown key, did you mean specs?",
        'deliverables[1].specs.Words: expected text, found a number: write "1200"',
        'deliverables[1].due: expected a date like 2026-04-14, found "2026-13-01"',
        'approval[0].max_hours: expected a whole number from 0 to 100000, found "True"',
        'approval[0].on_timeout: unknown value "mvoe_forward", did you mean move_forward?',
        'deliverables[1].owner: "laed" is not in people, did you mean lead?',
        'approval[0].reviewer: "nobody" is not in people',
    ]


@pytest.mark.parametrize(
    "wrong", ["20260414", "2026-W16-2", "14.04.2026", "2026-02-30", 20260414, ["2026-04-14"]]
)
def test_a_date_has_one_form(wrong: object) -> None:
    (only,) = faults_of(launch_date=wrong)
    assert only.startswith("launch_date: expected a date")


def test_a_key_given_twice_is_a_fault() -> None:
    assert faults(b'{"format": "baton.campaign", "version": 1, "title": "x", "title": "y"}') == [
        "title: stands here twice"
    ]


def test_every_wrong_type_is_a_fault() -> None:
    """Each field of the table gets a value that none of its kind may hold."""
    for keys, field in TEMPLATE.walk():
        if field.local or field.kind is Kind.PART or keys[-1] in ("text", "value"):
            continue
        wrong: Any = {"surely": "wrong"} if field.kind is not Kind.SPECS else ["wrong"]
        content: Any = wrong
        for depth in range(len(keys), 0, -1):
            content = {keys[depth - 1]: content}
            if depth > 1 and TEMPLATE.field(*keys[: depth - 1]).kind in (Kind.ROWS, Kind.LINES, Kind.SPECS):
                content = [content]
        if any(TEMPLATE.field(*keys[:end]).kind in (Kind.LINES, Kind.SPECS) for end in range(1, len(keys))):
            continue
        assert faults_of(**content), keys


def test_real_campaigns_are_read_whole_and_written_back_the_same() -> None:
    for path in campaign_files():
        campaign = read_campaign(path.read_bytes())
        again = json.loads(write_campaign(campaign))
        assert _answers(again) == _answers(json.loads(path.read_bytes())), path.name


def test_naughty_strings_come_back_code_point_for_code_point() -> None:
    naughty = json.loads((corpora() / "blns.json").read_text(encoding="utf-8"))
    naughty += ["\x00", "\ud800", "a\udfffb", "\x1b[0m", "\u202eabc", "\ufffe", "👩‍👩‍👧", "\r\n\x85\u2028"]
    campaign = read(
        technical_requirements=naughty,
        deliverables=[{"name": text, "specs": {text: text}} for text in naughty],
    )
    assert [line.text for line in campaign.technical_requirements] == [text for text in naughty if text]
    assert [each.name for each in campaign.deliverables] == naughty
    assert read_campaign(write_campaign(campaign)) == campaign


def test_two_specifications_of_one_name_both_leave_the_house() -> None:
    campaign = read(deliverables=[{"name": "Post", "specs": {"Words": "1", "Words (2)": "3"}}])
    spec = campaign.deliverables[0].specs
    twin = type(campaign.deliverables[0])(
        id="1", name="Post", specs=(spec[0], type(spec[0])("9", "Words", "2"), spec[1])
    )
    written = json.loads(write_campaign(Campaign(title="x", deliverables=(twin,))))
    assert list(written["deliverables"][0]["specs"].values()) == ["1", "2", "3"]


def _answers(node: Any) -> Any:
    """A file without its empty answers."""
    if isinstance(node, dict):
        kept = {key: _answers(value) for key, value in node.items()}
        return {
            key: value
            for key, value in kept.items()
            if value not in (None, "", [], {}, False, "move_forward")
        }
    return [_answers(each) for each in node] if isinstance(node, list) else node
