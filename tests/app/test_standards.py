"""Standards are told once for the workspace; a campaign's own answers win."""

from dataclasses import replace
from datetime import date as Day

from app.campaign import Campaign, Standards
from app.document import texts
from app.documents import Edition, build, build_pack
from app.field import Doc, Pack, fields_of
from app.settings import DEFAULTS
from app.standards import KEYS, SUGGESTED, standards_of, with_standards, workspace_standards

SET = {KEYS["weekly_sync"]: "Tuesdays at ten", KEYS["dashboard"]: "The board"}
EDITION = Edition(Day(2026, 10, 7))


def _setting(key: str) -> str:
    return SET.get(key, "")


def test_every_standard_has_a_key_a_default_and_a_suggestion() -> None:
    assert set(KEYS) == {field.key for field in fields_of(Standards)}
    assert len(set(KEYS.values())) == len(KEYS)
    assert all(DEFAULTS[key] == "" for key in KEYS.values())
    assert all(getattr(SUGGESTED, key) for key in KEYS)


def test_own_answers_win_over_the_workspace_s() -> None:
    own = Campaign(standards=Standards(weekly_sync="Mondays", dashboard="  "))
    found = standards_of(own, _setting)
    assert (found.weekly_sync, found.dashboard, found.channels) == ("Mondays", "The board", "")


def test_the_campaign_itself_is_left_as_it_is() -> None:
    campaign = Campaign(title="Winter")
    assert with_standards(campaign, _setting) == replace(campaign, standards=workspace_standards(_setting))
    assert campaign.standards == Standards()


def test_every_document_that_prints_them_prints_what_holds() -> None:
    campaign = with_standards(Campaign(), _setting)
    for document in (build_pack(campaign, Pack.INTERNAL, EDITION), build(campaign, Doc.CHECKLIST, EDITION)):
        assert "Tuesdays at ten" in texts(document)
