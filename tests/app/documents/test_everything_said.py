"""Every answer of a campaign is read in the documents its field names, whatever it says; nothing missing is silent."""

from datetime import date as Day

import pytest
from hypothesis import HealthCheck, given, settings

from app.campaign import Campaign
from app.campaign_file import read_campaign
from app.document import texts
from app.documents import Edition, build
from app.documents.gaps import gaps
from app.field import Doc
from app.text import clean
from tests.app.documents.printed import anchors, expected, missing, strings, worded_campaign
from tests.campaigns import any_text, campaigns
from tests.shared import campaign_files

EDITION = Edition(Day(2026, 9, 15))
SLOW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
IN_THE_HEAD = (("title",), ("client", "name"))


@pytest.mark.parametrize("kind", Doc)
def test_every_field_of_the_table_is_read_in_its_documents(kind: Doc) -> None:
    campaign = worded_campaign()
    everything = "\n".join(texts(build(campaign, kind, EDITION)))
    wanted = list(expected(campaign, kind))
    assert len(wanted) >= 10
    assert [place for place, words in wanted if words not in everything] == []


def test_real_campaigns_are_said_in_full() -> None:
    for file in campaign_files():
        campaign = read_campaign(file.read_bytes())
        for kind in Doc:
            everything = "\n".join(texts(build(campaign, kind, EDITION)))
            assert [words for _, words in expected(campaign, kind) if words not in everything] == [], (
                file.name
            )


@SLOW
@given(campaigns(text=any_text()))
def test_any_campaign_is_said_in_full_and_clean(campaign: Campaign) -> None:
    for kind in Doc:
        document = build(campaign, kind, EDITION)
        assert [text for text in strings(document) if text.strip("\n") != clean(text)] == []
        everything = "\n".join(texts(document))
        assert [place for place, words in expected(campaign, kind) if words not in everything] == []


@SLOW
@given(campaigns())
def test_what_is_missing_is_counted_said_and_anchored(campaign: Campaign) -> None:
    for kind in Doc:
        document = build(campaign, kind, EDITION)
        found = gaps(campaign, kind)
        assert document.missing == len(found)
        assert (document.sections[-1].id == "open") == bool(found)
        assert document.status.startswith("Draft" if found else "Complete")
        known = anchors(document)
        places = [gap.place for gap in found if gap.place not in IN_THE_HEAD]
        assert [place for place in places if place not in known and place[:-1] not in known] == []
        if not found:
            assert missing(document) == []


@SLOW
@given(campaigns())
def test_section_ids_are_unique_and_required_sections_stay(campaign: Campaign) -> None:
    for kind in Doc:
        ids = [section.id for section in build(campaign, kind, EDITION).sections if section.id != "open"]
        assert len(set(ids)) == len(ids)
        always = [section.id for section in build(Campaign(), kind, EDITION).sections if section.id != "open"]
        assert [each for each in ids if each in always] == always
